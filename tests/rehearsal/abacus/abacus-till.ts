import { sendJson, startScriptedServer } from "../../support/scripted-server";

interface Bill {
  readonly bill: string;
  readonly reference: string;
  readonly dishes: readonly { readonly dish: string }[];
  readonly total: number;
  readonly takenAt: number;
}

/** How often a bill changes its state. */
const STEP_MS = 100;
const STATES = ["taken", "cooking", "served"];

/** The far side of the invented vendor: one café, two dishes, a till that is on and one that is not. */
export async function startAbacusTill() {
  const bills: Bill[] = [];
  // It names its things as people do.
  const [cafe, till, deadTill] = ["кафе 7/2", "till a", "till b"] as const;
  const [soup, cake] = ["soup, red", "cake"] as const;
  const dishes = [
    { dish: soup, code: "301", name: "Борщ", kopecks: 39_000 },
    { dish: cake, code: "302", name: "Медовик", kopecks: 25_000 },
  ];
  const next: ("fail" | "lose" | number)[] = [];
  const tills = [
    { till, isOn: true },
    { till: deadTill, isOn: false },
  ];

  function take(body: Omit<Bill, "bill" | "takenAt">): Bill | null {
    if (!body.dishes.every((line) => dishes.some(({ dish }) => dish === line.dish))) return null;
    const bill = Object.assign({}, body, { bill: `B-${bills.length + 1}`, takenAt: Date.now() });
    bills.push(bill);
    return bill;
  }

  function shown({ bill, reference, takenAt }: Bill) {
    const step = Math.min(Math.floor((Date.now() - takenAt) / STEP_MS), STATES.length - 1);
    return { bill, reference, state: STATES[step], at: takenAt + step * STEP_MS };
  }

  const server = await startScriptedServer((response, { path, headers, body }) => {
    const userError = next.shift();
    if (headers.authorization !== "key-of-abacus") return sendJson(response, 401, {});
    if (userError === "fail") return sendJson(response, 503, {});
    if (typeof userError === "number") {
      response.setHeader("retry-after", String(userError));
      return sendJson(response, 429, {});
    }
    const { pathname, searchParams } = new URL(path, "http://abacus");
    if (pathname === "/cafes")
      return sendJson(response, 200, { now: Date.now(), cafes: [{ cafe, name: "Кафе", tills }] });
    if (pathname === `/cafes/${encodeURIComponent(cafe)}/dishes`)
      return sendJson(response, 200, dishes);
    if (body === null) {
      const asked = searchParams.get("references")?.split(",") ?? [];
      const found = bills.filter(({ reference }) => asked.includes(reference));
      return sendJson(response, 200, found.map(shown));
    }
    const bill = take(body as Bill);
    if (userError === "lose") return void response.destroy();
    return bill ? sendJson(response, 200, shown(bill)) : sendJson(response, 422, {});
  });
  const { url } = server;
  return {
    url,
    close: () => server.close(),
    key: "key-of-abacus",
    cafe,
    till,
    deadTill,
    soup,
    bills,
    next,
  };
}
