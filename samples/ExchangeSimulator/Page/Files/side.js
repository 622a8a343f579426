import { byId, copyButton, element, keyedList, setText } from "./dom.js";

const number = new Intl.NumberFormat("en");

export function limitsList() {
  const render = keyedList(byId("limits"), limit => limit.name, limit => element("li", { class: limit.alert ? "alert" : null },
    element("span", {}, limit.name),
    element("span", { class: "value" }, limit.text),
    limit.max ? element("meter", { min: 0, max: limit.max, value: limit.used, high: limit.max * 0.8, "aria-label": limit.name }) : null));
  const usage = (name, used, max) => ({ name, used, max: Math.min(max, 2147483646), text: `${number.format(used)} of ${number.format(max)}` });
  const ban = seconds => seconds > 0 ? { name: "Ban", text: `${Math.ceil(seconds)} s left`, alert: true } : { name: "Ban", text: "none" };
  const count = (name, value) => ({ name, text: number.format(value), alert: value > 0 });

  return ({ limits }) => render([
    usage("Weight in this minute", limits.usedWeight, limits.weightLimit),
    ...limits.orderCounts.map(orders => usage(orders.name, orders.used, orders.limit)),
    ban(limits.banSecondsLeft),
    count("Requests over a limit", limits.limitViolations),
    count("Requests during a ban", limits.requestsDuringBan),
  ]);
}

export function armedList() {
  const render = keyedList(byId("armed"), armed => armed.index, armed => element("li", {},
    element("span", { class: "times" }, armed.left === null ? "always" : `${armed.left} ×`),
    element("span", { class: "name" }, armed.fault),
    element("span", { class: "second" }, armed.requests ?? "any request")));

  return ({ armed }) => {
    render(armed.map((fault, index) => ({ ...fault, index })));
    setText(byId("faults-count"), armed.length === 0 ? "" : "armed");
    byId("disarm").hidden = armed.length === 0;
  };
}

// Takes the focus, so that the arrow keys scroll it.
function block(line) {
  return element("pre", { class: "block", tabindex: 0, role: "group", "aria-label": line.name }, element("code", {}, line.text));
}

export function connectionList() {
  const render = keyedList(byId("use"), line => line.name, line => element("div", {},
    element("dt", {}, line.name, copyButton(line.text, line.name)),
    element("dd", {}, line.isBlock ? block(line) : element("code", {}, line.text))));

  return ({ use }) => render([
    { name: "Base address", text: use.address },
    { name: "API key (made up)", text: use.apiKey },
    { name: "Secret key (made up)", text: use.secretKey },
    { name: "Options in C#", text: use.options, isBlock: true },
    { name: "Cancel in a shell", text: use.cancel, isBlock: true },
    { name: "Place in a shell", text: use.place, isBlock: true },
    { name: "Binance’s SDK in JavaScript", text: use.nodeSdk, isBlock: true },
    { name: "ccxt in JavaScript", text: use.ccxtJavaScript, isBlock: true },
    { name: "ccxt in Python", text: use.ccxtPython, isBlock: true },
  ]);
}
