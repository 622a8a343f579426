import { byId, element, setText } from "./dom.js";
import { eventsList } from "./events.js";
import { announce, onSubmit, send, showError } from "./forms.js";
import { ordersList } from "./orders.js";
import { marketList } from "./market.js";
import { requestsList, timeOf } from "./requests.js";
import { needsOf, problemOfFault, problemOfOrder, problemOfPrice } from "./rules.js";
import { armedList, connectionList, limitsList } from "./side.js";

const interval = 500;
const parts = [ordersList(applyStep), eventsList(), requestsList(), marketList(), limitsList(), armedList(), connectionList(), positionMode];
let requested = 0;
let rendered = 0;
let prices = [];

async function refresh() {
  const number = ++requested;
  try {
    const response = await fetch("/simulator/state", { signal: AbortSignal.timeout(5000) });
    if (!response.ok) throw new Error(`The simulator responded with ${response.status}.`);
    const state = await response.json();
    if (number < rendered) return;
    rendered = number;
    prices = state.market.prices;
    parts.forEach(render => render(state));
    setText(byId("now"), timeOf(state.now).slice(0, 8));
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

async function command(path, body, method) {
  showError(await send(path, body, method));
  await refresh();
}

function applyStep(algoId, step) {
  return command("/simulator/steps", { algoId, step });
}

function positionMode({ isHedgeMode }) {
  byId("position-side").hidden = !isHedgeMode;
  byId("place").elements.positionSide.disabled = !isHedgeMode;
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
    byId("arm").elements.seconds.disabled = !fault.isTimed;
  };
  select.addEventListener("change", describe);
  describe();
}

function describeType() {
  setText(byId("place-note"), needsOf(byId("place").elements.type.value));
}

onSubmit(byId("place"), fields => problemOfOrder(fields, prices), "/simulator/orders", async fields => {
  byId("place").elements.clientAlgoId.value = "";
  announce(`Placed: ${fields.type} ${fields.side} ${fields.symbol}`);
  await refresh();
});
onSubmit(byId("price"), problemOfPrice, "/__sim/price", async fields => {
  announce(`The price of ${fields.symbol} is ${fields.last}`);
  await refresh();
});
onSubmit(byId("arm"), fields => problemOfFault(fields, !byId("seconds").hidden), "/simulator/faults", async fields => {
  announce(`Armed: ${fields.fault}`);
  await refresh();
});
byId("place").elements.type.addEventListener("change", describeType);
byId("disarm").addEventListener("click", () => command("/simulator/faults", null, "DELETE"));
byId("dismiss").addEventListener("click", () => showError(null));
document.addEventListener("visibilitychange", () => { if (!document.hidden) refresh(); });

describeType();
await loadFaults();
for (;;) {
  if (!document.hidden) await refresh();
  await new Promise(resolve => setTimeout(resolve, interval));
}
