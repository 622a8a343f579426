import { button, byId, element, keyedList, setText } from "./dom.js";

const quiet = (...children) => element("span", { class: "second" }, ...children);
const cell = (name, ...children) => element("td", { role: "cell", class: name }, ...children);

export function ordersList(applyStep) {
  const render = keyedList(byId("orders"), order => order.algoId, order => row(order, applyStep));

  return state => {
    render(state.orders);
    const live = state.orders.filter(order => order.status === "NEW" || order.status === "TRIGGERING").length;
    setText(byId("orders-count"), `${live} live`);
    setText(byId("orders-note"), noteOf(state));
  };
}

function noteOf(state) {
  if (state.ordersInAll === 0) return "No orders yet. Place one above or from a client.";
  const hidden = state.ordersInAll - state.orders.length;
  return hidden > 0 ? `and ${hidden} older orders` : "";
}

function row(order, applyStep) {
  const steps = order.steps.map((step, i) => button(step, () => applyStep(order.algoId, step), {
    class: i === 0 ? "" : "quiet",
    "aria-label": `${step}: order ${order.algoId}`,
  }));
  return element("tr", { role: "row", "data-order": order.algoId, "data-status": order.status },
    cell("order", element("code", {}, order.algoId), quiet(order.clientAlgoId)),
    cell("symbol", order.symbol, order.market ? quiet(order.market) : null),
    cell("type", order.type, quiet(element("span", { class: order.side === "BUY" ? "buy" : "sell" }, order.side))),
    cell("number trigger", order.triggerPrice, quiet(order.quantity)),
    cell("status", element("span", { class: "state" }, order.status), order.actualOrderId ? quiet("child ", element("code", {}, order.actualOrderId)) : null),
    cell("steps", ...steps.slice(0, 1), element("div", {}, ...steps.slice(1))));
}
