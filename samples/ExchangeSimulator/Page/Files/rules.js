// The rules that the forms check before they send. Each returns the name of the invalid field and a sentence, or null.
// The exchange checks them again, with its own rules for every order.

const symbolPattern = /^[A-Z0-9_]{3,20}$/;
const decimalPattern = /^\d{1,10}(\.\d{1,10})?$/;
const idPattern = /^[.A-Z:/a-z0-9_-]{1,36}$/;
const maxDecimal = 1e9;

const problem = (field, text) => ({ field, text });
const but = value => value === undefined ? "but it is empty" : `but was “${value}”`;

export function problemOfPrice(fields) {
  return problemOfSymbol(fields) ?? problemOfDecimal(fields, "last", "Last price", true) ?? problemOfDecimal(fields, "mark", "Mark price");
}

export function problemOfFault(fields, isTimed) {
  if (!/^\d{1,4}$/.test(fields.count ?? "") || fields.count < 1 || fields.count > 1000) {
    return problem("count", `Requests must be a whole number from 1 to 1000, ${but(fields.count)}.`);
  }
  if (isTimed && (!/^\d{1,4}(\.\d{1,9})?$/.test(fields.seconds ?? "") || fields.seconds > 3600)) {
    return problem("seconds", `Seconds must be a number from 0 to 3600, such as 2.5, ${but(fields.seconds)}.`);
  }
  return null;
}

export function problemOfOrder(fields, prices) {
  return problemOfSymbol(fields)
    ?? problemOfNumbers(fields)
    ?? problemOfType(fields)
    ?? problemOfQuantity(fields)
    ?? problemOfTrigger(fields, prices)
    ?? problemOfId(fields);
}

export function needsOf(type) {
  if (type === "TRAILING_STOP_MARKET") return "Needs a callback rate and a quantity, and no trigger price. An activation price is optional.";
  const price = hasLimit(type) ? "a trigger price, a limit price and a quantity" : "a trigger price, and a quantity or Close position";
  return `Needs ${price}.`;
}

const hasLimit = type => type === "STOP" || type === "TAKE_PROFIT";

function problemOfSymbol({ symbol }) {
  if (symbolPattern.test(symbol ?? "")) return null;
  return problem("symbol", `Symbol must be 3 to 20 capital letters, digits and underscores, such as BTCUSDT, ${but(symbol)}.`);
}

function problemOfDecimal(fields, name, label, isRequired = false) {
  const value = fields[name];
  if (value === undefined && !isRequired) return null;
  if (decimalPattern.test(value ?? "") && value > 0 && value <= maxDecimal) return null;
  return problem(name, `${label} must be a number greater than 0 and at most 1000000000, of digits with at most one point, such as 58000.5, ${but(value)}.`);
}

function problemOfNumbers(fields) {
  return problemOfDecimal(fields, "triggerPrice", "Trigger price")
    ?? problemOfDecimal(fields, "quantity", "Quantity")
    ?? problemOfDecimal(fields, "price", "Limit price")
    ?? problemOfDecimal(fields, "callbackRate", "Callback rate")
    ?? problemOfDecimal(fields, "activatePrice", "Activation price");
}

function problemOfType(fields) {
  const { type } = fields;
  if (type === "TRAILING_STOP_MARKET") return problemOfTrailing(fields);
  if (fields.callbackRate) return problem("callbackRate", `Callback rate must be empty for ${type}, because only a trailing stop has one.`);
  if (fields.activatePrice) return problem("activatePrice", `Activation price must be empty for ${type}, because only a trailing stop has one.`);
  if (!fields.triggerPrice) return problem("triggerPrice", `Trigger price must be given for ${type}, but it is empty.`);
  if (hasLimit(type) && !fields.price) return problem("price", `Limit price must be given for ${type}, but it is empty.`);
  if (!hasLimit(type) && fields.price) return problem("price", `Limit price must be empty for ${type}, because it trades at the market price.`);
  return null;
}

function problemOfTrailing(fields) {
  if (fields.triggerPrice) return problem("triggerPrice", "Trigger price must be empty for a trailing stop, because its callback rate determines the trigger.");
  if (fields.price) return problem("price", "Limit price must be empty for a trailing stop, because it trades at the market price.");
  if (!fields.callbackRate || fields.callbackRate < 0.1 || fields.callbackRate > 20) {
    return problem("callbackRate", `Callback rate must be 0.1 to 20 percent for a trailing stop, ${but(fields.callbackRate)}.`);
  }
  return null;
}

function problemOfQuantity(fields) {
  if (!fields.closePosition) return fields.quantity ? null : problem("quantity", "Quantity must be given unless the order closes the position, but it is empty.");
  if (hasLimit(fields.type) || fields.type === "TRAILING_STOP_MARKET") {
    return problem("closePosition", `Close position must be off for ${fields.type}, because only STOP_MARKET and TAKE_PROFIT_MARKET can close a position.`);
  }
  return fields.quantity ? problem("quantity", "Quantity must be empty for an order that closes the position, because it trades the whole position.") : null;
}

function problemOfTrigger({ symbol, side, type, triggerPrice }, prices) {
  const last = prices.find(price => price.symbol === symbol)?.last;
  if (!last || !triggerPrice) return null;
  const isAbove = (side === "BUY") === type.startsWith("STOP");
  if (isAbove ? triggerPrice - last > 0 : triggerPrice - last < 0) return null;
  const direction = isAbove ? "above" : "below";
  return problem("triggerPrice", `Trigger price must be ${direction} the last price of ${symbol}, ${last}, else ${type} ${side} would trigger immediately (-2021), but was “${triggerPrice}”.`);
}

function problemOfId({ clientAlgoId }) {
  if (clientAlgoId === undefined || idPattern.test(clientAlgoId)) return null;
  return problem("clientAlgoId", `Client id must be 1 to 36 letters, digits and characters of “. : / _ -”, ${but(clientAlgoId)}.`);
}
