// Runs named steps against a simulated exchange and prints the result of each in one line.
import { setTimeout as delay } from "node:timers/promises";

const stepTimeout = 15_000;
const pushTimeout = 5_000;
const skipped = new Set((process.env.SIM_SKIP ?? "").split(",").filter(name => name));
const counts = { passed: 0, failed: 0, skipped: 0 };

/** Reads the base address, the API key and the secret from the arguments or the environment. */
export function readConnection() {
  const [address = process.env.SIM_ADDRESS, apiKey = process.env.SIM_API_KEY, secret = process.env.SIM_SECRET] = process.argv.slice(2);
  if (!address || !apiKey || !secret) exitWith("Usage: node <script> <base address> <API key> <secret>, or SIM_ADDRESS, SIM_API_KEY and SIM_SECRET.");
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== "http:" || !["127.0.0.1", "localhost", "[::1]"].includes(url.hostname)) {
    exitWith(`The base address must be an http address on loopback, but was '${address}'.`);
  }

  return { http: url.origin, ws: url.origin.replace("http:", "ws:"), apiKey, secret };
}

/** Runs a step and returns its result, or undefined if it failed or was skipped (SIM_SKIP, names separated by commas). */
export async function step(name, run) {
  if (skipped.has(name)) {
    report("skipped", name);
    return undefined;
  }

  try {
    const result = await Promise.race([run(), failAfter(stepTimeout, `no result after ${stepTimeout / 1000} s`)]);
    report("passed", name);
    return result;
  } catch (error) {
    report("failed", name, describe(error));
    return undefined;
  }
}

/** Returns the result of an earlier step, or throws if that step failed. */
export function resultOf(result, name) {
  if (result === undefined) throw new Error(`it needs the result of '${name}', which did not pass`);
  return result;
}

/** Throws if the condition is false. */
export function check(condition, expectation, actual) {
  if (!condition) throw new Error(`expected ${expectation}, but was ${JSON.stringify(actual)}`);
}

/** Throws if the call succeeds, or fails for another reason than the expected one. */
export async function checkFails(call, isExpected) {
  try {
    await call();
  } catch (error) {
    if (isExpected(error)) return;
    throw error;
  }

  throw new Error("the call succeeded, but must fail");
}

/** Waits for an event that has been pushed or will be. */
export async function pushed(events, isExpected, expectation) {
  for (const end = Date.now() + pushTimeout; Date.now() < end; await delay(20)) {
    const event = events.find(isExpected);
    if (event) return event;
  }

  throw new Error(`${expectation} was not pushed within ${pushTimeout / 1000} s (${events.length} events arrived)`);
}

/** Moves the last price and the mark price of a symbol. */
export async function movePrice(connection, symbol, price) {
  const response = await fetch(`${connection.http}/__sim/price`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ symbol, last: price, mark: price }),
  });
  if (!response.ok) throw new Error(`POST /__sim/price: HTTP ${response.status} ${(await response.text()).slice(0, 120)}`);
}

/** Prints the counts and ends the process, with open connections and timers of the client. */
export function finish() {
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exit(counts.failed === 0 ? 0 : 1);
}

function report(result, name, error) {
  counts[result]++;
  const word = result === "passed" ? "ok" : result;
  console.log(error ? `${word} ${name}: ${error}` : `${word} ${name}`);
}

async function failAfter(milliseconds, message) {
  await delay(milliseconds, undefined, { ref: false });
  throw new Error(message);
}

function describe(error) {
  // The WebSocket API of the official SDK rejects with the error object of the response.
  const text = error?.cause?.message ?? error?.message ?? error?.msg ?? String(error);
  const code = typeof error?.code === "number" ? `${error.code} ` : "";
  return `${code}${text}`.replace(/\s+/g, " ").slice(0, 240);
}

function exitWith(message) {
  console.error(message);
  process.exit(2);
}
