// The page of one order. Its token follows the "#" in the address; what was seen is kept in the tab
// for a reload. The gateway describes the order's progress in words (`progress`); the page adds
// none of its own.
import { createClient, timeInWords } from "./client/index.js";
import { placeDemoOrder } from "./demo-order.js";

const locale = (new URLSearchParams(location.search).get("lang") ?? navigator.language).startsWith(
  "ru",
)
  ? "ru"
  : "en";
const say = (ru, en) => (locale === "ru" ? ru : en);
const client = createClient({ url: `${location.origin}/graphql`, locale });

const byId = (id) => document.getElementById(id);
const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
/** Updated only when it has changed, because a screen reader reads it aloud. */
const write = (id, text) => {
  if (byId(id).textContent !== text) byId(id).textContent = text;
};

/** @param order as last read, which may be a little while ago */
function render(events, { number, summary, progress, branch, lines, totals, promotions }) {
  const timeOf = (at) =>
    element("time", { dateTime: at }, timeInWords(at, { timeZone: branch.timeZone, locale }));
  write("title", `${say("Заказ", "Order")} № ${number}`);
  write("now", summary);
  byId("steps").hidden = progress.steps.length === 0;
  byId("steps").replaceChildren(
    ...progress.steps.map(({ name, done, current, at }) => {
      const step = element("li", { className: done ? "done" : "" }, name);
      if (at) step.append(timeOf(at));
      if (current) step.setAttribute("aria-current", "step");
      return step;
    }),
  );
  byId("lines").replaceChildren(
    ...lines.map(({ name, sizeName, quantity, total }) =>
      element(
        "li",
        {},
        `${name}${sizeName ? `, ${sizeName}` : ""} × ${Number(quantity)}`,
        priceOf(total),
      ),
    ),
    ...promotions.filter(({ pending }) => pending).map(couponOf),
    element("li", { className: "total" }, say("Итого", "Total"), priceOf(totals.total)),
  );
  byId("story").replaceChildren(
    ...events.map(({ at, summary }) => element("li", {}, timeOf(at), summary)).reverse(),
  );
  byId("zone").hidden = sameClock(branch.timeZone);
  byId("order").hidden = false;
}

const priceOf = ({ amount, currencyCode: currency }) =>
  element(
    "span",
    {},
    new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount),
  );

/** What only the till can calculate is not in the total yet. */
const couponOf = ({ code }) =>
  element(
    "li",
    { className: "pending" },
    say(`Купон ${code}: учтут на кассе`, `Coupon ${code}: counted at the till`),
  );

const wallClock = (now, timeZone) => now.toLocaleString("en-GB", { timeZone });
const sameClock = (timeZone, now = new Date()) => wallClock(now, timeZone) === wallClock(now);

function showConnection(connection) {
  byId("connection").className = connection;
  write(
    "connection",
    connection === "live" ? say("На связи", "Live") : say("Соединяемся…", "Connecting…"),
  );
}

/** The guest's identity and address are neither shown nor kept. */
const shownOf = ({ number, summary, progress, branch, lines, totals, promotions }) => {
  return { number, summary, progress, branch, lines, totals, promotions };
};

/**
 * The order as it was last seen in this tab, and what is newer; of an order that does not exist
 * nothing is shown.
 */
class Seen {
  constructor(token) {
    this.token = token;
    this.asked = 0;
    this.answered = 0;
    this.events = JSON.parse(sessionStorage.getItem(token) ?? "[]");
    this.order = JSON.parse(sessionStorage.getItem(`${token} order`) ?? "null");
    this.render();
  }

  render() {
    if (this.order) render(this.events, this.order);
  }

  add(event) {
    this.events.push(event);
    sessionStorage.setItem(this.token, JSON.stringify(this.events));
    this.render();
  }

  /**
   * Answers may overtake each other: the answer to the newest request counts, and until there is
   * one, the last known answer.
   */
  async refresh() {
    const turn = ++this.asked;
    const order = await client.trackedOrder(this.token).catch(() => null);
    if (!order || turn < this.answered) return;
    this.answered = turn;
    this.order = shownOf(order);
    sessionStorage.setItem(`${this.token} order`, JSON.stringify(this.order));
    this.render();
  }
}

async function follow(token) {
  const seen = new Seen(token);
  // Days and expected times pass while the page is hidden.
  document.addEventListener("visibilitychange", () => document.hidden || void seen.refresh());
  await seen.refresh();
  const options = { after: seen.events.at(-1)?.cursor, onConnection: showConnection };
  for await (const event of client.trackOrder(token, options)) {
    seen.add(event);
    void seen.refresh();
  }
  await seen.refresh();
  byId("connection").className = "";
  const cancelled = seen.order?.progress.stage === "CANCELLED";
  write(
    "connection",
    cancelled
      ? say("Больше ничего не изменится", "Nothing more will change")
      : say("Заказ завершён", "The order is finished"),
  );
}

function complain({ code, message }) {
  byId("connection").textContent = "";
  byId("order").hidden = true;
  const unknown = code === "NOT_FOUND";
  if (unknown) write("title", say("Заказ не найден", "Order not found"));
  write("fault", unknown ? say("Такого заказа нет", "There is no such order") : message);
  const hint = say(
    "Возможно, ссылка скопирована не целиком или заменена новой. Откройте её из сообщения ещё раз.",
    "The link may be cut off, or replaced by a newer one. Open it once more from your message.",
  );
  write("hint", unknown ? hint : "");
}

const token = tokenIn(location.hash.slice(1));
document.documentElement.lang = locale;
byId("title").textContent = say("Ваш заказ", "Your order");
byId("zone").textContent = say(
  "Время указано по часам ресторана",
  "Times are those of the restaurant's clock",
);
byId("demo").textContent = say("Сделать пробный заказ", "Place a demo order");
byId("demo").hidden = token !== "";
byId("demo").onclick = async () => {
  const placed = await placeDemoOrder(client).catch(complain);
  if (placed) location.hash = placed;
};
addEventListener("hashchange", () => location.reload());
if (token) follow(token).catch(complain);

/** A link that was cut in the middle of a character is an invalid link, not a broken page. */
function tokenIn(hash) {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
