import { type KillableGateway } from "../killable-gateway";
import { ADMIN_KEY } from "../settings";

const CENTRE = [
  [39.86, 57.61],
  [39.9, 57.615],
  [39.915, 57.632],
  [39.895, 57.648],
  [39.865, 57.645],
  [39.848, 57.628],
  [39.86, 57.61],
];
const ACROSS = [
  [39.915, 57.632],
  [39.96, 57.628],
  [39.985, 57.65],
  [39.955, 57.668],
  [39.91, 57.66],
  [39.895, 57.648],
  [39.915, 57.632],
];
const FAR = [
  [39.82, 57.59],
  [39.9, 57.582],
  [40.0, 57.61],
  [40.02, 57.655],
  [39.97, 57.69],
  [39.88, 57.685],
  [39.815, 57.65],
  [39.82, 57.59],
];

const PROMOTION = `mutation ($input: CreatePromotionInput!) {
  createPromotion(input: $input) { promotion { id } userErrors { message } } }`;
const SET_PAUSED = `mutation ($id: ID!) {
  setPromotionPaused(id: $id, paused: true) { userErrors { message } } }`;
const ZONES = `mutation ($input: ImportDeliveryZonesInput!) {
  importDeliveryZones(input: $input) { userErrors { message } } }`;

/** One that is active, one that is paused, and one that cannot be used yet. */
export async function seedPromotions({ client }: KillableGateway, branchId: string): Promise<void> {
  const make = async (input: object) => {
    const { createPromotion } = await client.ask<{
      createPromotion: { promotion: { id: string } | null; userErrors: readonly object[] };
    }>(PROMOTION, { input: { branchIds: [branchId], ...input } }, ADMIN_KEY);
    if (!createPromotion.promotion) throw new Error(JSON.stringify(createPromotion.userErrors));
    return createPromotion.promotion.id;
  };
  const code = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);
  await make({
    name: "Осень",
    kind: "PERCENT",
    percent: 10,
    codes: code("ОСЕНЬ", 18),
    usageLimit: 500,
  });
  const rests = { name: "Обеды по будням", kind: "SUM", sum: "150.00", minimumSum: "700.00" };
  const id = await make(Object.assign({ codes: code("ОБЕД", 12) }, rests));
  await client.ask(SET_PAUSED, { id }, ADMIN_KEY);
  await make({ name: "Десерт в подарок", kind: "GIFT", giftArticle: "01001", giftQuantity: 1 });
}

/** Around the kitchen, and across the river. */
export async function seedZones({ client }: KillableGateway, branchId: string): Promise<void> {
  const zone = (name: string, coordinates: number[][], terms: object) => {
    const geometry = { type: "Polygon", coordinates: [coordinates] };
    return { type: "Feature", properties: Object.assign({ name }, terms), geometry };
  };
  const features = [
    zone("Центр", CENTRE, { fee: 0, minimumSum: 500, minutes: 35, priority: 1 }),
    zone("За рекой", ACROSS, {
      fee: 149,
      freeFrom: 1500,
      minimumSum: 700,
      minutes: 50,
      priority: 2,
    }),
    zone("Дальние", FAR, { fee: 249, freeFrom: 2500, minimumSum: 1200, minutes: 75, priority: 3 }),
  ];
  const geoJson = JSON.stringify({ type: "FeatureCollection", features });
  const { importDeliveryZones } = await client.ask<{
    importDeliveryZones: { userErrors: readonly object[] };
  }>(ZONES, { input: { branchId, geoJson } }, ADMIN_KEY);
  const { userErrors } = importDeliveryZones;
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
}
