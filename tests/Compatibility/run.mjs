// Runs every script against a simulator of its own, and prints the sum of the counts.
// node run.mjs, after "dotnet build" and "npm ci" here and in samples/CcxtTrailingStop
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [apiKey, secret] = ["made-up-key", "made-up-secret"];
const isWindows = process.platform === "win32";
const startTimeout = 60_000;
const scriptTimeout = 180_000;
const sum = [0, 0, 0];

/** Starts the simulator on a free port and returns its process and its address. */
async function startSimulator() {
  const options = ["run", "--no-build", "--project", "samples/ExchangeSimulator", "--", "--port", "0", "--api-key", apiKey, "--secret-key", secret];
  const simulator = spawn("dotnet", options, { cwd: root, stdio: ["ignore", "pipe", "inherit"], detached: !isWindows });
  const address = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the simulator did not start in time")), startTimeout);
    simulator.on("exit", code => reject(new Error(`the simulator ended with exit code ${code}`)));
    createInterface(simulator.stdout).on("line", line => {
      const found = /listens on (http:\/\/[\d.:]+)/.exec(line);
      if (found) {
        clearTimeout(timer);
        resolve(found[1]);
      }
    });
  });
  return { simulator, address };
}

/** Ends the simulator, which is a child of "dotnet run", and waits until it has ended. */
function stop(simulator) {
  simulator.removeAllListeners("exit");
  const ended = new Promise(resolve => simulator.once("exit", resolve));
  if (isWindows) spawn("taskkill", ["/pid", String(simulator.pid), "/t", "/f"], { stdio: "ignore" });
  else process.kill(-simulator.pid, "SIGTERM");
  return ended;
}

/** Runs a script, prints its lines and returns its exit code. */
function run(script, address) {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [script, address, apiKey, secret], { stdio: ["ignore", "pipe", "inherit"], timeout: scriptTimeout });
    createInterface(child.stdout).on("line", line => {
      console.log(line);
      const counts = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(line);
      counts?.slice(1).forEach((count, index) => { sum[index] += Number(count); });
    });
    child.on("close", resolve);
  });
}

let isGood = true;
for (const script of ["official-sdk.mjs", "ccxt.mjs", "bot.mjs"]) {
  console.log(`\n-- ${script}`);
  const { simulator, address } = await startSimulator();
  const code = await run(script, address);
  await stop(simulator);
  if (code !== 0) {
    console.log(`${script} ended with exit code ${code}.`);
    isGood = false;
  }
}

console.log(`\nclients of other authors: ${sum[0]} passed, ${sum[1]} failed, ${sum[2]} skipped`);
process.exit(isGood ? 0 : 1);
