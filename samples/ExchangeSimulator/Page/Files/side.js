import { byId, copyButton, element, keyedList, setText } from "./dom.js";

const grouped = new Intl.NumberFormat("en");

export function limitsList() {
  const show = keyedList(byId("limits"), limit => limit.name, limit => element("li", limit.alert ? { class: "alert" } : {},
    element("span", {}, limit.name),
    element("span", { class: "value" }, limit.text),
    limit.most ? element("meter", { min: 0, max: limit.most, value: limit.used, high: limit.most * 0.8, "aria-label": limit.name }) : null));
  const ofMost = (name, used, most) => ({ name, used, most: Math.min(most, 2147483646), text: `${grouped.format(used)} of ${grouped.format(most)}` });
  const count = (name, value) => ({ name, text: grouped.format(value), alert: value > 0 });

  return ({ limits }) => show([
    ofMost("Weight in the minute", limits.usedWeight, limits.weightLimit),
    ...limits.orderCounts.map(orders => ofMost(orders.name, orders.used, orders.limit)),
    limits.banSecondsLeft > 0
      ? { name: "Ban", text: `${Math.ceil(limits.banSecondsLeft)} s left`, alert: true }
      : { name: "Ban", text: "none" },
    count("Requests beyond a limit", limits.limitViolations),
    count("Requests during a ban", limits.requestsDuringBan),
  ]);
}

export function armedList() {
  const show = keyedList(byId("armed"), armed => armed.place, armed => element("li", {},
    element("span", { class: "times" }, armed.left === null ? "always" : `${armed.left} ×`),
    element("span", { class: "name" }, armed.fault),
    element("span", { class: "second" }, armed.requests ?? "any request")));

  return ({ armed }) => {
    show(armed.map((fault, place) => ({ ...fault, place })));
    setText(byId("faults-count"), armed.length === 0 ? "" : "armed");
    byId("disarm").hidden = armed.length === 0;
  };
}

export function useList() {
  const show = keyedList(byId("use"), line => line.name, line => element("div", {},
    element("dt", {}, line.name, copyButton(line.text, line.name)),
    element("dd", {}, element("code", { class: line.isBlock ? "block" : "" }, line.text))));

  return ({ use }) => show([
    { name: "Base address", text: use.address },
    { name: "API key, made up", text: use.apiKey },
    { name: "Secret key, made up", text: use.secretKey },
    { name: "Options, in C#", text: use.options, isBlock: true },
    { name: "Cancel, in a shell", text: use.cancel, isBlock: true },
    { name: "Place, in a shell", text: use.place, isBlock: true },
  ]);
}
