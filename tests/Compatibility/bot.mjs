// Runs the bot of samples/CcxtTrailingStop against a simulated exchange that loses a response, and moves the price until its stop triggers.
import { spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import ccxt from "ccxt";
import { check, finish, movePrice, readConnection, step } from "./steps.mjs";

const connection = readConnection();
const waitTimeout = 14_000;
let bot;
let output = "";

async function trailing() {
  const { orders } = await (await fetch(`${connection.http}/simulator/state`)).json();
  return orders.filter(order => order.clientAlgoId.startsWith("trail-"));
}

/** Waits until the bot's orders are as expected, and returns them. */
async function waitFor(isExpected, expectation) {
  let orders = [];
  for (const end = Date.now() + waitTimeout; Date.now() < end; await delay(100)) {
    orders = await trailing();
    if (isExpected(orders)) return orders;
  }

  throw new Error(`expected ${expectation}, but the orders were ${JSON.stringify(orders)} and the bot wrote ${JSON.stringify(output)}`);
}

const open = orders => orders.filter(order => order.status === "NEW");

await step("open a position", async () => {
  await movePrice(connection, "BTCUSDT", "60000");
  const exchange = new ccxt.binanceusdm({ apiKey: connection.apiKey, secret: connection.secret, options: { fetchCurrencies: false } });
  Object.assign(exchange.urls.api, { fapiPublic: `${connection.http}/fapi/v1`, fapiPrivate: `${connection.http}/fapi/v1` });
  await exchange.loadMarkets();
  const order = await exchange.createOrder("BTC/USDT:USDT", "market", "buy", 0.01);
  check(order.status === "closed", "a filled order", order.info);
});
await step("the bot places a stop", async () => {
  const path = fileURLToPath(new URL("../../samples/CcxtTrailingStop/bot.mjs", import.meta.url));
  bot = spawn(process.execPath, [path, connection.http, connection.apiKey, connection.secret], { stdio: ["ignore", "pipe", "pipe"] });
  bot.stdout.on("data", data => { output += data; });
  bot.stderr.on("data", data => { output += data; });
  const [stop] = await waitFor(orders => open(orders).length === 1, "one open stop");
  check(stop.triggerPrice === "58800", "a stop at 58800", stop);
});
await step("it trails the price although a response is lost", async () => {
  const headers = { "Content-Type": "application/json" };
  const armed = await fetch(`${connection.http}/simulator/faults`, { method: "POST", headers, body: JSON.stringify({ fault: "ExecuteThenDrop", method: "POST" }) });
  check(armed.ok, "an armed fault", armed.status);
  await movePrice(connection, "BTCUSDT", "62000");
  const orders = await waitFor(all => open(all).length === 1 && open(all)[0].triggerPrice === "60760", "one open stop at 60760");
  check(orders.length === 2, "two stops in all, so that none was placed twice", orders);
});
await step("its stop triggers and it ends", async () => {
  const ended = new Promise(resolve => bot.once("exit", resolve));
  await movePrice(connection, "BTCUSDT", "60700");
  const code = await Promise.race([ended, delay(waitTimeout, "no exit code in time", { ref: false })]);
  check(code === 0, "exit code 0", { code, output });
  check(open(await trailing()).length === 0, "no open stop", await trailing());
});
bot?.kill();
finish();
