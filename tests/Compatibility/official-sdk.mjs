// Runs Binance's SDK for JavaScript against a simulated exchange: REST, the user data stream and the WebSocket API.
import { randomUUID } from "node:crypto";
import { DerivativesTradingUsdsFutures } from "@binance/derivatives-trading-usds-futures";
import { check, checkFails, finish, movePrice, pushed, readConnection, resultOf, step } from "./steps.mjs";

process.env.LOG_LEVEL ??= "error";
process.on("uncaughtException", (error, origin) => {
  if (origin === "unhandledRejection") throw error;
  onRefused?.(error);
});
const connection = readConnection();
const credentials = { apiKey: connection.apiKey, apiSecret: connection.secret };
const client = new DerivativesTradingUsdsFutures({
  configurationRestAPI: { ...credentials, basePath: connection.http, timeout: 5000, retries: 0 },
  configurationWebsocketAPI: { ...credentials, wsURL: `${connection.ws}/ws-fapi/v1` },
  configurationWebsocketStreams: { wsURL: connection.ws },
});
const rest = client.restAPI;
const symbol = "BTCUSDT";
const kinds = {
  STOP_MARKET: { triggerPrice: 59000 },
  STOP: { triggerPrice: 55000, price: 54900 },
  TAKE_PROFIT_MARKET: { triggerPrice: 72000 },
  TAKE_PROFIT: { triggerPrice: 73000, price: 72900 },
  TRAILING_STOP_MARKET: { callbackRate: 1, activatePrice: 65000 },
};
const events = [];
let onRefused;
const isUnknownOrder = error => error.code === -2011;

await step("load markets", async () => {
  const { symbols } = await dataOf(rest.exchangeInformation());
  const market = symbols.find(market => market.symbol === symbol);
  check(market?.status === "TRADING" && Object.keys(kinds).every(kind => market.orderTypes.includes(kind)), `a trading ${symbol}`, market);
});
const listenKey = await step("get a listen key", async () => {
  const { listenKey } = await dataOf(rest.startUserDataStream());
  check(listenKey, "a listen key", listenKey);
  return listenKey;
});
await step("open the user data stream", async () => {
  const key = resultOf(listenKey, "get a listen key");
  const stream = (await connect(client.websocketStreams)).userData(key);
  stream.on("message", event => events.push(event));
});
await step("keep the listen key alive", () => rest.keepaliveUserDataStream());

const placed = await runOrders("REST", {
  place: order => dataOf(rest.newAlgoOrder(order)),
  cancel: order => dataOf(rest.cancelAlgoOrder(order)),
});

await step("fetch one by its id", async () => {
  const { algoId, clientAlgoId } = resultOf(placed.STOP, "place STOP over REST");
  const order = await dataOf(rest.queryAlgoOrder({ algoId }));
  check(order.clientAlgoId === clientAlgoId && Number(order.triggerPrice) === 55000 && Number(order.price) === 54900, "its terms", order);
});
await step("fetch one by its client id", async () => {
  const { algoId, clientAlgoId } = resultOf(placed.TRAILING_STOP_MARKET, "place TRAILING_STOP_MARKET over REST");
  const order = await dataOf(rest.queryAlgoOrder({ clientAlgoId }));
  check(order.algoId === algoId, `order ${algoId}`, order.algoId);
});
await step("fetch the triggered order", async () => {
  const order = await dataOf(rest.queryAlgoOrder({ algoId: resultOf(placed.STOP_MARKET, "place STOP_MARKET over REST").algoId }));
  check(["TRIGGERED", "FINISHED"].includes(order.algoStatus) && order.actualOrderId !== "", "a triggered order with a child order", order);
});
await step("list the history", async () => {
  const { algoId } = resultOf(placed.STOP, "place STOP over REST");
  const listed = (await dataOf(rest.queryAllAlgoOrders({ symbol }))).map(order => order.algoId);
  check(listed.includes(algoId), `order ${algoId}`, listed);
});
await step("cancel all", cancelAll);

const api = await step("connect to the WebSocket API", () => connect(client.websocketAPI));
await runOrders("the WebSocket API", {
  place: async order => (await resultOf(api, "connect to the WebSocket API").newAlgoOrder(order)).data,
  cancel: async order => (await resultOf(api, "connect to the WebSocket API").cancelAlgoOrder(order)).data,
});
await step("cancel all again", cancelAll);
await step("close the user data stream", () => rest.closeUserDataStream());
finish();

/** Places an order of every kind, triggers one and cancels one. Returns the placed orders by kind. */
async function runOrders(way, { place, cancel }) {
  const orders = {};
  const orderOf = kind => resultOf(orders[kind], `place ${kind} over ${way}`);
  await step(`set the price for ${way}`, () => movePrice(connection, symbol, "60000"));
  for (const [type, terms] of Object.entries(kinds)) {
    orders[type] = await step(`place ${type} over ${way}`, async () => {
      const clientAlgoId = `sdk-${randomUUID().slice(0, 24)}`;
      const order = await place({ algoType: "CONDITIONAL", symbol, side: "SELL", type, quantity: 0.01, clientAlgoId, ...terms });
      check(order.algoStatus === "NEW" && order.clientAlgoId === clientAlgoId && order.orderType === type, `a new ${type}`, order);
      return order;
    });
  }

  await step(`see the placement over ${way} pushed`, () => statusPushed(orderOf("STOP_MARKET"), "NEW"));
  await step(`list open after ${way}`, async () => {
    const expected = Object.keys(kinds).map(kind => orderOf(kind).algoId);
    const listed = (await dataOf(rest.currentAllAlgoOpenOrders({ symbol }))).map(order => order.algoId);
    check(expected.every(algoId => listed.includes(algoId)), `the orders ${expected}`, listed);
  });
  await step(`move the price through the stop placed over ${way}`, () => movePrice(connection, symbol, "58900"));
  await step(`see the trigger of the stop placed over ${way} pushed`, () => statusPushed(orderOf("STOP_MARKET"), "TRIGGERED"));
  await step(`see the fill of the child of the stop placed over ${way} pushed`, () => {
    const { algoId } = orderOf("STOP_MARKET");
    const isFill = ({ e, o }) => e === "ORDER_TRADE_UPDATE" && o.si === algoId && o.X === "FILLED";
    return pushed(events, isFill, `ORDER_TRADE_UPDATE FILLED of order ${algoId}`);
  });
  await step(`cancel one over ${way}`, async () => {
    const { algoId } = orderOf("TAKE_PROFIT");
    const acknowledgement = await cancel({ algoId });
    check(acknowledgement.algoId === algoId && String(acknowledgement.code) === "200", "an acknowledgement", acknowledgement);
  });
  await step(`see the cancel over ${way} pushed`, () => statusPushed(orderOf("TAKE_PROFIT"), "CANCELED"));
  await step(`cancel one by its client id over ${way}`, () => cancel({ clientAlgoId: orderOf("TAKE_PROFIT_MARKET").clientAlgoId }));
  await step(`cancel it again over ${way}, which fails`, () => {
    const { clientAlgoId } = orderOf("TAKE_PROFIT_MARKET");
    return checkFails(() => cancel({ clientAlgoId }), isUnknownOrder);
  });
  return orders;
}

async function cancelAll() {
  await rest.cancelAllAlgoOpenOrders({ symbol });
  const listed = await dataOf(rest.currentAllAlgoOpenOrders({ symbol }));
  check(listed.length === 0, "no open order", listed.map(order => order.algoId));
}

/** Connects. The SDK throws the error of a refused connection outside of its promise, which times out after 10 s. */
function connect(endpoint) {
  return Promise.race([endpoint.connect(), new Promise((_, reject) => { onRefused = reject; })]);
}

function statusPushed({ algoId }, status) {
  return pushed(events, ({ e, o }) => e === "ALGO_UPDATE" && o.aid === algoId && o.X === status, `ALGO_UPDATE ${status} of order ${algoId}`);
}

async function dataOf(response) {
  return (await response).data();
}
