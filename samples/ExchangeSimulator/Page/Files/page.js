import { byId, element, setText } from "./dom.js";
import { ordersList } from "./orders.js";
import { requestsList, timeOf } from "./requests.js";
import { armedList, limitsList, useList } from "./side.js";

const interval = 500;
const parts = [ordersList(takeStep), requestsList(), limitsList(), armedList(), useList()];
let asked = 0;
let shown = 0;

async function look() {
  const number = ++asked;
  try {
    const answer = await fetch("/simulator/state", { signal: AbortSignal.timeout(5000) });
    if (!answer.ok) throw new Error(`The simulator answered ${answer.status}.`);
    const state = await answer.json();
    if (number < shown) return;
    shown = number;
    parts.forEach(show => show(state));
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
  const answer = await fetch(path, { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body) });
  setText(byId("said"), answer.ok ? "" : (await answer.json()).error);
  await look();
  return answer.ok;
}

function takeStep(algoId, step) {
  return command("/simulator/steps", { algoId, step });
}

function onSubmit(form, path, change) {
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const fields = Object.fromEntries(Object.entries(Object.fromEntries(new FormData(form))).filter(([, value]) => value !== ""));
    await command(path, fields);
    change?.();
  });
}

async function fillMenu() {
  const menu = await (await fetch("/simulator/faults")).json();
  const select = byId("arm").elements.fault;
  for (const group of new Set(menu.map(choice => choice.group))) {
    select.append(element("optgroup", { label: group }, ...menu.filter(choice => choice.group === group).map(choice => element("option", {}, choice.name))));
  }
  const explain = () => {
    const choice = menu.find(candidate => candidate.name === select.value);
    setText(byId("fault-note"), choice.description);
    byId("seconds").hidden = !choice.isTimed;
  };
  select.addEventListener("change", explain);
  explain();
}

onSubmit(byId("place"), "/simulator/orders", () => { byId("place").elements.clientAlgoId.value = ""; });
onSubmit(byId("arm"), "/simulator/faults");
byId("disarm").addEventListener("click", () => command("/simulator/faults", null, "DELETE"));
document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });

await fillMenu();
for (;;) {
  if (!document.hidden) await look();
  await new Promise(resolve => setTimeout(resolve, interval));
}
