// Trails a sell stop 2 % below the price: places a higher stop when the price rises, then cancels the old one.
// node bot.mjs <base address> <API key> <secret>
import { randomUUID } from "node:crypto";
import ccxt from "ccxt";

const [address, apiKey, secret] = process.argv.slice(2);
const symbol = "BTC/USDT:USDT", amount = 0.01, distance = 0.02, recvWindow = 2000, trigger = { trigger: true };
const exchange = new ccxt.binanceusdm({ apiKey, secret, options: { fetchCurrencies: false, adjustForTimeDifference: true, recvWindow } });
Object.assign(exchange.urls.api, { fapiPublic: `${address}/fapi/v1`, fapiPublicV2: `${address}/fapi/v2`, fapiPrivate: `${address}/fapi/v1` });
const listOpen = () => exchange.fetchOpenOrders(symbol, undefined, undefined, trigger);
const orElse = (code, value) => error => { if (code.test(error.message)) return value; throw error; };

// Every other error leaves open whether the request was executed. ccxt has no common class for a lost and an unreadable response.
const isRefusal = error => error instanceof ccxt.DDoSProtection || (error instanceof ccxt.ExchangeError && error.message.includes('"code":-'));
// The wait lets a lost request leave its receive window, after which it is not executed any more.
const retry = call => call().catch(error => isRefusal(error) ? Promise.reject(error) : exchange.sleep(recvWindow + 1000).then(() => retry(call)));
// The list shows a new order before a query does, and only the query shows one that has triggered.
const find = async clientOrderId => (await listOpen()).find(order => order.clientOrderId === clientOrderId)
  ?? exchange.fetchOrder(undefined, symbol, { ...trigger, clientOrderId }).catch(orElse(/"code":-2013\b/));
const statusOf = async order => order && (await retry(() => find(order.clientOrderId)))?.status;
const cancel = order => retry(() => exchange.cancelOrder(order.id, symbol, trigger)).catch(orElse(/"code":-2011\b/));

function place(stopLossPrice, clientOrderId = `trail-${randomUUID().slice(0, 23)}`, attempts = 0) {
  return retry(async () => (attempts++ > 0 && await find(clientOrderId))
    || exchange.createOrder(symbol, "market", "sell", amount, undefined, { stopLossPrice, reduceOnly: true, clientOrderId }));
}

await retry(() => exchange.loadMarkets());
let stop = (await retry(listOpen)).find(order => order.clientOrderId?.startsWith("trail-"));
for (let old; ; await exchange.sleep(1000)) {
  if (!["open", undefined].includes(await statusOf(stop)) || await statusOf(old) === "closed") break;
  const price = await retry(async () => (await exchange.fetchLastPrices([symbol]))[symbol].price);
  const level = Number(exchange.priceToPrecision(symbol, price * (1 - distance)));
  if (stop && level <= stop.triggerPrice) continue;
  [old, stop] = [stop, await place(level).catch(orElse(/"code":-(2021|4142)\b/, stop))];
  console.log(`price ${price}, stop ${stop?.id} at ${stop?.triggerPrice}`);
  if (old && old !== stop) await cancel(old);
}
await cancel(stop);
console.log("A stop has triggered or ended, and none is open.");
