// Runs ccxt against a simulated exchange: REST, the user data stream and the WebSocket API.
import { randomUUID } from "node:crypto";
import ccxt from "ccxt";
import { check, checkFails, finish, movePrice, pushed, readConnection, resultOf, step } from "./steps.mjs";

const connection = readConnection();
const exchange = createExchange(connection);
const symbol = "BTC/USDT:USDT";
const trigger = { trigger: true };
const kinds = [
  ["STOP_MARKET", "market", undefined, { stopLossPrice: 59000 }],
  ["STOP", "limit", 54900, { stopLossPrice: 55000 }],
  ["TAKE_PROFIT_MARKET", "market", undefined, { takeProfitPrice: 72000 }],
  ["TAKE_PROFIT", "limit", 72900, { takeProfitPrice: 73000 }],
  // The unified name, trailingTriggerPrice, is sent as activationPrice, and the parameter is activatePrice.
  ["TRAILING_STOP_MARKET", "market", undefined, { trailingPercent: 1, activatePrice: "65000" }],
];
const updates = [];
const placed = {};

await step("load markets", async () => {
  const { precision, active } = resultOf((await exchange.loadMarkets())[symbol], `market ${symbol}`);
  check(active && precision.price > 0 && precision.amount > 0, "an active market with a tick size and a step size", { active, precision });
});
await step("open the user data stream", openStream);
await step("set the price", () => movePrice(connection, "BTCUSDT", "60000"));

for (const [kind, type, price, terms] of kinds) {
  placed[kind] = await step(`place ${kind}`, async () => {
    const clientOrderId = `ccxt-${randomUUID().slice(0, 24)}`;
    const order = await exchange.createOrder(symbol, type, "sell", 0.01, price, { ...terms, clientOrderId });
    check(order.status === "open" && order.clientOrderId === clientOrderId && order.info.orderType === kind, `an open ${kind}`, order.info);
    return order;
  });
}

await step("see the placement pushed", () => {
  const stop = placedOrder("STOP_MARKET");
  return pushed(updates, update => update.id === stop.id && update.status === "open", `order ${stop.id} as open`);
});
await step("list open", async () => {
  const missing = kinds.map(([kind]) => placedOrder(kind).id);
  const listed = (await exchange.fetchOpenOrders(symbol, undefined, undefined, trigger)).map(order => order.id);
  check(missing.every(id => listed.includes(id)), `the orders ${missing}`, listed);
});
await step("fetch one by its id", async () => {
  const { id, clientOrderId } = placedOrder("TAKE_PROFIT");
  const order = await exchange.fetchOrder(id, symbol, trigger);
  check(order.clientOrderId === clientOrderId && order.triggerPrice === 73000 && order.price === 72900, "its terms", order.info);
});
await step("fetch one by its client id", async () => {
  const { id, clientOrderId } = placedOrder("STOP");
  check((await exchange.fetchOrder(undefined, symbol, { ...trigger, clientOrderId })).id === id, `order ${id}`, clientOrderId);
});

await step("move the price through the stop", () => movePrice(connection, "BTCUSDT", "58900"));
await step("see the trigger pushed", () => {
  const stop = placedOrder("STOP_MARKET");
  return pushed(updates, update => update.id === stop.id && update.status === "closed", `order ${stop.id} as triggered`);
});
await step("see the fill of the child order pushed", () => {
  const stop = placedOrder("STOP_MARKET");
  const isFill = update => update.clientOrderId === stop.clientOrderId && update.id !== stop.id && update.status === "closed";
  return pushed(updates, isFill, `a filled order with the client id ${stop.clientOrderId}`);
});
await step("fetch the triggered order", async () => {
  const order = await exchange.fetchOrder(placedOrder("STOP_MARKET").id, symbol, trigger);
  check(order.status === "closed" && order.info.actualOrderId !== "", "a closed order with a child order", order.info);
});

await step("cancel one", async () => {
  const { id } = placedOrder("TAKE_PROFIT");
  check((await exchange.cancelOrder(id, symbol, trigger)).id === id, `order ${id}`, null);
});
await step("see the cancel pushed", () => {
  const { id } = placedOrder("TAKE_PROFIT");
  return pushed(updates, update => update.id === id && update.status === "canceled", `order ${id} as canceled`);
});
await step("cancel it again, which fails", () => {
  const { id } = placedOrder("TAKE_PROFIT");
  return checkFails(() => exchange.cancelOrder(id, symbol, trigger), error => error instanceof ccxt.OrderNotFound);
});
await step("cancel all", async () => {
  await exchange.cancelAllOrders(symbol, trigger);
  const listed = await exchange.fetchOpenOrders(symbol, undefined, undefined, trigger);
  check(listed.length === 0, "no open order", listed.map(order => order.id));
});

const viaWebSocket = await step("place over the WebSocket API", async () => {
  const order = await exchange.createOrderWs(symbol, "market", "sell", 0.01, undefined, { stopLossPrice: 50000 });
  check(order.status === "open", "an open order", order.info);
  return order;
});
await step("cancel over the WebSocket API", async () => {
  const { id } = resultOf(viaWebSocket, "place over the WebSocket API");
  check((await exchange.cancelOrderWs(id, symbol, trigger)).id === id, `order ${id}`, null);
});
await step("cancel it again over the WebSocket API, which fails", () => {
  const { id } = resultOf(viaWebSocket, "place over the WebSocket API");
  return checkFails(() => exchange.cancelOrderWs(id, symbol, trigger), error => error instanceof ccxt.OrderNotFound);
});
finish();

function createExchange({ http, ws, apiKey, secret }) {
  const client = new ccxt.pro.binanceusdm({ apiKey, secret, options: { fetchCurrencies: false, watchPositions: { fetchPositionsSnapshot: false } } });
  const { api } = client.urls;
  // Every address is on loopback, also those that these steps do not use.
  for (const name of Object.keys(api).filter(name => typeof api[name] === "string")) {
    api[name] = `${http}/${name}`;
  }

  for (const name of ["fapiPublic", "fapiPrivate"]) {
    Object.assign(api, { [name]: `${http}/fapi/v1`, [`${name}V2`]: `${http}/fapi/v2`, [`${name}V3`]: `${http}/fapi/v3` });
  }

  // Rewritten to /private/ws and /market/ws, because it ends with /ws.
  api.ws = { future: `${ws}/ws`, "ws-api": { future: `${ws}/ws-fapi/v1` } };
  return client;
}

async function openStream() {
  // Without it every connection to a ws address fails.
  await exchange.loadHttpProxyAgent();
  const failure = watch().catch(error => error);
  for (;;) {
    const result = await Promise.race([failure, exchange.sleep(20)]);
    if (result instanceof Error) throw result;
    if (Object.values(exchange.clients).some(client => client.url.includes("/private/ws") && client.isOpen())) return;
  }
}

async function watch() {
  for (;;) {
    updates.push(...await exchange.watchOrders(symbol));
  }
}

function placedOrder(kind) {
  return resultOf(placed[kind], `place ${kind}`);
}
