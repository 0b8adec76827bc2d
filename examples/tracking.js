// The page of one order. Its token stands in the address after "#"; what was seen is kept in the tab for a reload.
import { createClient } from "./client/index.js";
import { placeDemoOrder } from "./demo-order.js";

const locale = (new URLSearchParams(location.search).get("lang") ?? navigator.language).startsWith("ru") ? "ru" : "en";
const say = (ru, en) => (locale === "ru" ? ru : en);
const client = createClient({ url: `${location.origin}/graphql`, locale });

const STEPS = {
  NEW: say("Заказ оформлен", "Ordered"),
  ACCEPTED: say("Ресторан принял заказ", "Accepted by the restaurant"),
  COOKING: say("Готовится", "Cooking"),
  READY: say("Готов", "Ready"),
  ON_THE_WAY: say("В пути", "On the way"),
  DELIVERED: say("Доставлен", "Delivered"),
};
const PART_OF = {
  UNCONFIRMED: "NEW",
  QUEUED_FOR_COOKING: "ACCEPTED",
  WAITING_FOR_COURIER: "READY",
  CLOSED: "DELIVERED",
};
const stepOf = (status) => Object.keys(STEPS).indexOf(PART_OF[status] ?? status);

const byId = (id) => document.getElementById(id);
const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
const clock = (at) =>
  new Date(at).toLocaleTimeString(locale === "ru" ? "ru" : "en-GB", { hour: "2-digit", minute: "2-digit" });
const timeOf = (at) => element("time", { dateTime: at }, clock(at));

/** @param order as it was last read, which may be a little while ago; null before that */
function render(events, order) {
  const changes = events.filter((event) => event.to && event.lateBySeconds === null);
  const status = changes.at(-1)?.to ?? order?.status ?? "NEW";
  const steps = Object.values(STEPS).map((name, index) => {
    const change = changes.find(({ to }) => stepOf(to) === index);
    const step = element("li", { className: index <= stepOf(status) ? "done" : "" }, name);
    if (change) step.append(timeOf(change.at));
    if (index === stepOf(status)) step.setAttribute("aria-current", "step");
    return step;
  });
  byId("steps").replaceChildren(...steps);
  byId("story").replaceChildren(...events.map(({ at, summary }) => element("li", {}, timeOf(at), summary)).reverse());
  if (!order) return;
  const promised = order.estimatedAt ?? order.promisedAt;
  const parts = [
    STEPS[PART_OF[status] ?? status] ?? say("Отменён", "Cancelled"),
    order.courier?.name && `${say("курьер", "courier")}: ${order.courier.name}`,
    promised && stepOf(status) < stepOf("DELIVERED") && `${say("ожидается к", "expected at")} ${clock(promised)}`,
  ];
  // Said again only when it has changed: a screen reader reads it aloud.
  const now = parts.filter(Boolean).join(" · ");
  if (byId("now").textContent !== now) byId("now").textContent = now;
  byId("title").textContent = `${say("Заказ", "Order")} № ${order.number}`;
}

function showConnection(connection) {
  byId("connection").className = connection;
  byId("connection").textContent = connection === "live" ? say("На связи", "Live") : say("Соединяемся…", "Connecting…");
}

async function follow(token) {
  const events = JSON.parse(sessionStorage.getItem(token) ?? "[]");
  let order = null;
  const refresh = async () => {
    order = await client.trackedOrder(token).catch(() => order);
    render(events, order);
  };
  byId("order").hidden = false;
  await refresh();
  const options = { after: events.at(-1)?.cursor, onConnection: showConnection };
  for await (const event of client.trackOrder(token, options)) {
    events.push(event);
    sessionStorage.setItem(token, JSON.stringify(events));
    render(events, order);
    void refresh();
  }
  byId("connection").textContent = say("Заказ завершён", "The order is finished");
}

function complain({ code, message }) {
  byId("connection").textContent = "";
  byId("fault").textContent = code === "NOT_FOUND" ? say("Такого заказа нет", "There is no such order") : message;
}

const token = decodeURIComponent(location.hash.slice(1));
document.documentElement.lang = locale;
byId("title").textContent = say("Ваш заказ", "Your order");
byId("demo").textContent = say("Сделать пробный заказ", "Place a demo order");
byId("demo").hidden = token !== "";
byId("demo").onclick = async () => (location.hash = await placeDemoOrder(client).catch(complain));
addEventListener("hashchange", () => location.reload());
if (token) follow(token).catch(complain);
