import { byId, element, keyedList, setText } from "./dom.js";

const quiet = (...children) => element("span", { class: "second" }, ...children);
const side = name => element("span", { class: name === "BUY" ? "buy" : "sell" }, name);

export function marketList() {
  const renderPrices = keyedList(byId("prices"), price => price.symbol, price => element("li", {},
    element("span", {}, price.symbol),
    element("span", { class: "value" }, price.last),
    price.mark === price.last ? null : quiet(`mark ${price.mark}`)));
  const renderPositions = keyedList(byId("positions"), position => position.symbol + position.side, position => element("li", {},
    element("span", {}, position.symbol, position.side === "BOTH" ? null : quiet(position.side)),
    element("span", { class: "value" }, position.quantity),
    quiet(`entry ${position.entryPrice}, profit ${position.profit}`)));
  const renderOrdinary = keyedList(byId("ordinary"), order => order.orderId, order => element("li", {},
    element("span", {}, side(order.side), ` ${order.symbol} ${order.type}`),
    element("span", { class: "state" }, order.status),
    quiet(`${order.quantity} at ${order.price}`, element("br"), order.parent ? "child of " : "order ", element("code", {}, order.parent ?? order.orderId))));

  return ({ market }) => {
    renderPrices(market.prices);
    renderPositions(market.positions);
    renderOrdinary(market.ordinary);
    setText(byId("prices-note"), market.prices.length === 0 ? "No price. Without one, no order triggers by itself." : "");
    setText(byId("positions-note"), market.positions.length === 0 ? "No position." : "");
    setText(byId("ordinary-note"), market.ordinary.length === 0 ? "No ordinary order." : "");
  };
}
