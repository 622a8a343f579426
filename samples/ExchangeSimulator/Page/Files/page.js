import { byId, element, setText } from "./dom.js";
import { ordersList } from "./orders.js";
import { marketList } from "./market.js";
import { requestsList, timeOf } from "./requests.js";
import { armedList, connectionList, limitsList } from "./side.js";

const interval = 500;
const parts = [ordersList(applyStep), requestsList(), marketList(), limitsList(), armedList(), connectionList()];
let requested = 0;
let rendered = 0;

async function refresh() {
  const number = ++requested;
  try {
    const response = await fetch("/simulator/state", { signal: AbortSignal.timeout(5000) });
    if (!response.ok) throw new Error(`The simulator responded with ${response.status}.`);
    const state = await response.json();
    if (number < rendered) return;
    rendered = number;
    parts.forEach(render => render(state));
    setText(byId("now"), `${timeOf(state.now).slice(0, 8)} UTC`);
    setLive(true);
  } catch (failure) {
    if (failure instanceof TypeError || failure instanceof DOMException) setLive(false);
    else throw failure;
  }
}

function setLive(isLive) {
  byId("live").dataset.live = isLive;
  setText(byId("live"), isLive ? "Live" : "Not running");
}

async function command(path, body, method = "POST") {
  const response = await fetch(path, { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body) });
  setText(byId("error"), response.ok ? "" : (await response.json()).error);
  await refresh();
  return response.ok;
}

function applyStep(algoId, step) {
  return command("/simulator/steps", { algoId, step });
}

function onSubmit(form, path, afterwards) {
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const fields = Object.fromEntries(Object.entries(Object.fromEntries(new FormData(form))).filter(([, value]) => value !== ""));
    await command(path, fields);
    afterwards?.();
  });
}

async function loadFaults() {
  const faults = await (await fetch("/simulator/faults")).json();
  const select = byId("arm").elements.fault;
  for (const group of new Set(faults.map(fault => fault.group))) {
    select.append(element("optgroup", { label: group }, ...faults.filter(fault => fault.group === group).map(fault => element("option", {}, fault.name))));
  }
  const describe = () => {
    const fault = faults.find(candidate => candidate.name === select.value);
    setText(byId("fault-note"), fault.description);
    byId("seconds").hidden = !fault.isTimed;
  };
  select.addEventListener("change", describe);
  describe();
}

onSubmit(byId("place"), "/simulator/orders", () => { byId("place").elements.clientAlgoId.value = ""; });
onSubmit(byId("arm"), "/simulator/faults");
onSubmit(byId("price"), "/__sim/price");
byId("disarm").addEventListener("click", () => command("/simulator/faults", null, "DELETE"));
document.addEventListener("visibilitychange", () => { if (!document.hidden) refresh(); });

await loadFaults();
for (;;) {
  if (!document.hidden) await refresh();
  await new Promise(resolve => setTimeout(resolve, interval));
}
