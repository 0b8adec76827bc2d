import { connect } from "node:net";

import nodemailer from "nodemailer";

import {
  aDelivery,
  aLine,
  type Json,
  organization,
  plainProduct,
  SandboxSession,
  terminalGroup,
} from "../support/sandbox-session";

describe("the sandbox with remote control and catchers", () => {
  let session: SandboxSession;
  beforeAll(async () => {
    session = await SandboxSession.open();
  });
  afterEach(() => session.post("/_sandbox/reset"));
  afterAll(() => session.close());

  const get = async (path: string) => (await session.send("GET", path)).body;

  it("explains itself", async () => {
    expect(Object.keys((await get("/_sandbox")).routes as Json)).toContain("POST /_sandbox/reset");
  });

  it.each([
    "https://evil.example",
    "null",
    "http://localhost.evil.example",
    "http://evil.example:4010",
  ])("accepts nothing from a page of %s, whatever content type it declares", async (origin) => {
    const headers = { origin, "content-type": "text/plain" };
    for (const path of ["/_sandbox/faults", "/api/1/organizations"]) {
      expect(
        (await fetch(session.sandbox.url + path, { method: "POST", headers, body: "{}" })).status,
      ).toBe(403);
    }
    expect((await get("/_sandbox/faults")).faults).toEqual([]);
  });

  it("serves pages from this machine", async () => {
    const headers = { origin: "http://localhost:4000" };
    expect((await fetch(`${session.sandbox.url}/_sandbox`, { headers })).status).toBe(200);
  });

  it("lists the till's orders by creation status", async () => {
    await session.createAndWait(aDelivery());
    await session.createAndWait(aDelivery({ phone: "1" }));
    expect((await get("/_sandbox/orders")).orders).toHaveLength(2);
    expect((await get("/_sandbox/orders?creationStatus=Success")).orders).toMatchObject([
      {
        externalNumber: "RR-1",
        status: "WaitCooking",
        createCalls: 1,
        number: expect.any(Number) as number,
      },
    ]);
  });

  it("changes prices in the menu and in the till alike", async () => {
    await session.switch({ checkPrices: true });
    await session.send("PUT", "/_sandbox/menu/prices", {
      article: plainProduct.article,
      price: 777,
    });
    const info = await session.createAndWait(
      aDelivery({ items: [aLine(plainProduct, { price: 777 })] }),
    );
    expect(info.creationStatus).toBe("Success");
    expect(
      (await session.send("PUT", "/_sandbox/menu/prices", { article: "none", price: 1 })).status,
    ).toBe(404);
  });

  it("changes the stop list", async () => {
    const items = [
      { terminalGroupId: terminalGroup.id, article: plainProduct.article, balance: 0 },
    ];
    await session.send("PUT", "/_sandbox/stop-list", { items });
    const { body } = await session.post("/api/1/stop_lists", {
      organizationIds: [organization.id],
    });
    expect(JSON.stringify(body)).toContain(plainProduct.id);
  });

  it("has its stop list changed as the till would change it: added to, removed from, cleared", async () => {
    const place = { organizationId: organization.id, terminalGroupId: terminalGroup.id };
    const row = { productId: plainProduct.id, balance: 2.5 };
    const listed = async () => {
      const { body } = await session.post("/api/1/stop_lists", {
        organizationIds: [organization.id],
      });
      const [{ items }] = body.terminalGroupStopLists as [
        { items: { terminalGroupId: string; items: Json[] }[] },
      ];
      return items.find(({ terminalGroupId }) => terminalGroupId === terminalGroup.id)?.items ?? [];
    };
    const before = await listed();
    const added = await session.post("/api/1/stop_lists/add", { ...place, items: [row] });
    expect(added.body.correlationId).toEqual(expect.any(String));
    expect(await listed()).toHaveLength(before.length + 1);
    expect(await listed()).toContainEqual(
      expect.objectContaining({ ...row, sku: plainProduct.article }),
    );
    const order = { items: [aLine(plainProduct, { amount: 3 })] };
    const check = await session.post("/api/1/stop_lists/check", { ...place, ...order });
    expect(check.body.rejectedItems).toMatchObject([row]);
    await session.post("/api/1/stop_lists/remove", {
      ...place,
      items: [{ productId: plainProduct.id }],
    });
    expect(await listed()).toEqual(before);
    await session.post("/api/1/stop_lists/clear", place);
    expect(await listed()).toEqual([]);
    const elsewhere = { ...place, terminalGroupId: organization.id };
    expect((await session.post("/api/1/stop_lists/clear", elsewhere)).status).toBe(400);
  });

  it("can take a terminal group offline", async () => {
    await session.send("PUT", `/_sandbox/terminals/${terminalGroup.id}`, { alive: false });
    const target = { organizationIds: [organization.id], terminalGroupIds: [terminalGroup.id] };
    const { body } = await session.post("/api/1/terminal_groups/is_alive", target);
    expect(body.isAliveStatus).toMatchObject([{ isAlive: false }]);
  });

  it("draws pictures for the menu", async () => {
    const { headers, body } = await session.send(
      "GET",
      `/_sandbox/images/${plainProduct.article}.png`,
    );
    expect(headers.get("content-type")).toContain("image/png");
    expect(body.text).toContain("PNG");
  });

  it("catches mail, and refuses it when told to", async () => {
    const transport = nodemailer.createTransport(session.sandbox.smtpUrl);
    const mail = {
      from: "a@example.test",
      to: "b@example.test",
      subject: "Заказ № 1",
      text: "Пицца — 1 шт.\nСпасибо",
    };
    await transport.sendMail({ ...mail, html: "<p>Пицца</p>" });
    const [caught] = (await get("/_sandbox/mail")).messages as Json[];
    expect(caught).toMatchObject({
      from: "a@example.test",
      to: ["b@example.test"],
      subject: mail.subject,
    });
    expect((caught!.text as string).trim().replaceAll("\r\n", "\n")).toBe(mail.text);

    await session.fault({ kind: "status", status: 500 }, { path: "smtp" });
    await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 500 });
    await session.fault({ kind: "rate-limit" }, { path: "smtp" });
    await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 451 });
    await session.send("DELETE", "/_sandbox/mail");
    expect((await get("/_sandbox/mail")).messages).toEqual([]);
    transport.close();
  });

  it("survives a mail client that disconnects halfway", async () => {
    const { hostname, port } = new URL(session.sandbox.smtpUrl);
    const socket = connect(Number(port), hostname);
    await new Promise((resolve) => socket.once("data", resolve));
    socket.resetAndDestroy();
    expect((await get("/_sandbox/mail")).messages).toEqual([]);
  });

  it("catches Telegram messages and answers as the Bot API does", async () => {
    const bot = (method: string, body: Json = {}) => session.post(`/bot1:token/${method}`, body);
    expect((await bot("getMe")).body).toMatchObject({ ok: true, result: { is_bot: true } });
    const sent = await bot("sendMessage", { chat_id: -100, text: "Заказ" });
    expect(sent.body).toMatchObject({ ok: true, result: { text: "Заказ", chat: { id: -100 } } });
    expect((await get("/_sandbox/telegram")).messages).toMatchObject([
      { chatId: "-100", text: "Заказ" },
    ]);
    expect(await bot("sendMessage", { chat_id: 1, text: "" })).toMatchObject({
      status: 400,
      body: { ok: false },
    });

    await session.fault({ kind: "rate-limit", retryAfterSeconds: 3 }, { path: "telegram" });
    expect(await bot("sendMessage", { chat_id: 1, text: "x" })).toMatchObject({
      status: 429,
      body: { ok: false, error_code: 429, parameters: { retry_after: 3 } },
    });
    const moved = { ok: false, error_code: 400, parameters: { migrate_to_chat_id: -1001 } };
    await session.fault({ kind: "status", status: 400, body: moved }, { path: "telegram" });
    expect(await bot("sendMessage", { chat_id: 1, text: "x" })).toMatchObject({
      status: 400,
      body: moved,
    });
  });
});
