import { type FastifyInstance, type FastifyReply } from "fastify";
import { z } from "zod";

import { ApiRefusal } from "../api-refusal";
import { restrictionsChangeSchema } from "../delivery/restrictions";
import { plannedFaultSchema } from "../faults/fault";
import { jsonText } from "../json-text";
import { productImagePng } from "../menus/product-image";
import { type Restaurant, type StopListEntry } from "../restaurant/model";
import { findByArticle } from "../restaurant-index";
import { switchesSchema } from "../switches";
import { type ControlParts } from "./control-parts";
import { readControlBody } from "./read-control-body";

/** A scripted response may be as long as the gateway reads. */
const LARGEST_FAULT_BYTES = 8 * 2 ** 20;

const priceSchema = z.strictObject({
  article: z.string(),
  sizeCode: z.string().optional(),
  price: z.number().min(0).nullable(),
});
const stopListSchema = z.strictObject({
  terminalGroupId: z.string().optional(),
  items: z.array(
    z.strictObject({
      terminalGroupId: z.string().optional(),
      article: z.string(),
      sizeId: z.string().nullish(),
      balance: z.number(),
    }),
  ),
});
const timeSchema = z.string().regex(/^\d\d:\d\d$/);
const saleHoursSchema = z.strictObject({
  begin: timeSchema,
  end: timeSchema,
  days: z.array(z.string()),
});
const restaurantSchema = z.strictObject({
  priceCategories: z.array(z.strictObject({ id: z.guid(), name: z.string() })).optional(),
  deleted: z.array(z.guid()).optional(),
  articles: z.array(z.strictObject({ productId: z.guid(), article: z.string() })).optional(),
  menuIsEmpty: z.literal(true).optional(),
  menuOf: z.int().min(1).max(20_000).optional(),
  halvesAreHalved: z.boolean().optional(),
  menuSoldIn: z.array(z.guid()).optional(),
  saleHours: z
    .array(z.strictObject({ section: z.string(), hours: z.array(saleHoursSchema) }))
    .optional(),
  menuHours: z.array(saleHoursSchema.omit({ days: true })).optional(),
  comboDates: z
    .array(z.strictObject({ article: z.string(), from: z.string(), to: z.string() }))
    .optional(),
});
const pointsSchema = z.strictObject({ sum: z.number(), wallet: z.string().optional() });
const nameSchema = z.strictObject({ name: z.string(), isDeleted: z.boolean().optional() });
const streetSchema = nameSchema.extend({
  location: z.strictObject({ latitude: z.number(), longitude: z.number() }).optional(),
});
const citiesSchema = z.strictObject({
  cities: z.array(nameSchema.extend({ streets: z.array(streetSchema) })),
});
const aliveSchema = z.strictObject({ alive: z.boolean() });

/** Routes that change the restaurant. */
export function restaurantControls(server: FastifyInstance, parts: ControlParts): void {
  const { live } = parts;
  server.put("/_sandbox/menu/prices", (request) => {
    const change = readControlBody(priceSchema, request);
    live.setPrice(change);
    return change;
  });

  server.put("/_sandbox/restaurant", (request) => {
    live.change(readControlBody(restaurantSchema, request));
    return {};
  });

  stopListControls(server, parts);

  server.put("/_sandbox/delivery-restrictions/:organizationId", (request) => {
    const { organizationId } = request.params as { organizationId: string };
    return live.restrict(organizationId, readControlBody(restrictionsChangeSchema, request));
  });

  server.put("/_sandbox/streets/:organizationId", (request) => {
    const { organizationId } = request.params as { organizationId: string };
    return {
      cities: live.setCities(organizationId, readControlBody(citiesSchema, request).cities),
    };
  });

  server.put("/_sandbox/terminals/:id", (request) => {
    const { alive } = readControlBody(aliveSchema, request);
    const { id } = request.params as { id: string };
    live.setAlive(id, alive);
    return { id, alive };
  });

  server.get("/_sandbox/images/:file", async (request, reply) => {
    const article = (request.params as { file: string }).file.replace(/\.png$/, "");
    const product = findByArticle(live.restaurant, article);
    const combo = live.restaurant.categories
      .flatMap(({ combos }) => combos)
      .find((one) => one.article === article);
    const found = product ?? combo;
    if (!found) throw new ApiRefusal(404, null, `No product ${article}`);
    return reply.type("image/png").send(productImagePng(found.name, article));
  });
}

function stopListControls(server: FastifyInstance, { live, webHooks }: ControlParts): void {
  server.put("/_sandbox/stop-list", (request) => {
    const { terminalGroupId: only, items } = readControlBody(stopListSchema, request);
    const groups = live.restaurant.terminalGroups
      .map(({ id }) => id)
      .filter((id) => !only || id === only);
    const entries = items.flatMap((item) =>
      groups
        .filter((id) => !item.terminalGroupId || id === item.terminalGroupId)
        .map((terminalGroupId) => toEntry(live.restaurant, terminalGroupId, item)),
    );
    for (const [organizationId, ids] of live.setStopList(entries, groups))
      webHooks.tellStopList(organizationId, ids);
    return { stopList: live.restaurant.stopList };
  });
}

/** Routes for what guests do with their points without one of our orders. */
export function guestControls(server: FastifyInstance, { wallets }: ControlParts): void {
  server.post("/_sandbox/guests/:phone/points", (request) => {
    const { sum, wallet } = readControlBody(pointsSchema, request);
    const guest = wallets.guestByPhone((request.params as { phone: string }).phone);
    if (!guest) throw new ApiRefusal(404, null, "No such guest");
    wallets.change(guest, sum, wallet);
    return { wallets: wallets.asOfNow(guest).wallets };
  });
  server.get("/_sandbox/holds", () => ({ holds: wallets.holds() }));
}

/** Routes for switches, faults, and the log of calls. */
export function behaviourControls(server: FastifyInstance, parts: ControlParts): void {
  const { switches, faults, tokens, calls } = parts;
  server.get("/_sandbox/switches", () => switches);
  server.put("/_sandbox/switches", (request) =>
    Object.assign(switches, readControlBody(switchesSchema.partial(), request)),
  );

  const planned = (reply: FastifyReply) =>
    reply.type("application/json").send(jsonText({ faults: faults.list() }));
  server.get("/_sandbox/faults", (_request, reply) => planned(reply));
  server.post("/_sandbox/faults", { bodyLimit: LARGEST_FAULT_BYTES }, (request, reply) => {
    faults.plan(readControlBody(plannedFaultSchema, request));
    return planned(reply);
  });
  server.delete("/_sandbox/faults", () => {
    faults.clear();
    return { faults: [] };
  });

  server.post("/_sandbox/tokens/expire", () => {
    tokens.expireAll();
    return {};
  });
  server.get("/_sandbox/calls", () => calls.report());
  server.post("/_sandbox/reset", () => {
    parts.reset();
    return {};
  });
}

/** Routes for what the catchers caught. */
export function catcherControls(server: FastifyInstance, parts: ControlParts): void {
  const { mail, telegram, vk } = parts;
  for (const [name, catcher] of Object.entries({ mail, telegram, vk })) {
    server.get(`/_sandbox/${name}`, () => ({ messages: catcher.caught() }));
    server.delete(`/_sandbox/${name}`, () => {
      catcher.clear();
      return {};
    });
  }
}

function toEntry(
  restaurant: Restaurant,
  terminalGroupId: string,
  { article, sizeId, balance }: z.infer<typeof stopListSchema>["items"][number],
): StopListEntry {
  const modifiers = restaurant.categories.flatMap(({ products }) =>
    products.flatMap(({ modifierGroups }) => modifierGroups.flatMap((group) => group.modifiers)),
  );
  const productId =
    findByArticle(restaurant, article)?.id ??
    modifiers.find((one) => one.article === article)?.productId;
  if (productId === undefined) throw new ApiRefusal(404, null, `No product or modifier ${article}`);
  return { terminalGroupId, productId, sizeId: sizeId ?? null, article, balance };
}
