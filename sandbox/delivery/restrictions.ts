import { z } from "zod";

const houses = z.strictObject({
  /** 0 all, 1 even, 2 odd, 3 only the listed ones. */
  type: z.int().min(0).max(3),
  startingNumber: z.int(),
  maxNumber: z.int(),
  isUnlimitedRange: z.boolean(),
  specificNumbers: z.array(z.string()),
});

const zone = z.strictObject({
  name: z.string(),
  coordinates: z.array(z.strictObject({ latitude: z.number(), longitude: z.number() })),
  addresses: z.array(z.strictObject({ streetId: z.guid(), postcode: z.string(), houses })),
});

const restriction = z.strictObject({
  minSum: z.number().nullable(),
  terminalGroupId: z.guid().nullable(),
  organizationId: z.guid().nullable(),
  zone: z.string().nullable(),
  weekMap: z.int(),
  from: z.int().nullable(),
  to: z.int().nullable(),
  priority: z.int(),
  deliveryDurationInMinutes: z.int(),
  deliveryServiceProductId: z.guid().nullable(),
});

/** Where an organization delivers, in iiko's format, without its id. */
export const deliveryRestrictionsSchema = z.strictObject({
  deliveryGeocodeServiceType: z.int(),
  deliveryRegionsMapUrl: z.string().nullable(),
  defaultDeliveryDurationInMinutes: z.int(),
  defaultSelfServiceDurationInMinutes: z.int(),
  useSameDeliveryDuration: z.boolean(),
  useSameMinSum: z.boolean(),
  defaultMinSum: z.number().nullable(),
  useSameWorkTimeInterval: z.boolean(),
  defaultFrom: z.int().nullable(),
  defaultTo: z.int().nullable(),
  useSameRestrictionsOnAllWeek: z.boolean(),
  restrictions: z.array(restriction),
  deliveryZones: z.array(zone),
  rejectOnGeocodingError: z.boolean(),
  addDeliveryServiceCost: z.boolean(),
  useSameDeliveryServiceProduct: z.boolean(),
  defaultDeliveryServiceProductId: z.guid().nullable(),
  useExternalAssignationService: z.boolean(),
  frontTrustsCallCenterCheck: z.boolean(),
  externalAssignationServiceUrl: z.string().nullable(),
  requireExactAddressForGeocoding: z.boolean(),
  zonesMode: z.int(),
  autoAssignExternalDeliveries: z.boolean(),
  actionOnValidationRejection: z.int(),
});

/** The part of the restrictions that changes. */
export const restrictionsChangeSchema = deliveryRestrictionsSchema.partial();

export type RestrictionsChange = z.infer<typeof restrictionsChangeSchema>;
export type DeliveryRestrictions = z.infer<typeof deliveryRestrictionsSchema>;
export type DeliveryRestriction = z.infer<typeof restriction>;
export type DeliveryZone = z.infer<typeof zone>;

/** An organization that delivers anywhere, at any time and for any sum. */
export const UNRESTRICTED: DeliveryRestrictions = {
  deliveryGeocodeServiceType: 1,
  deliveryRegionsMapUrl: null,
  defaultDeliveryDurationInMinutes: 60,
  defaultSelfServiceDurationInMinutes: 20,
  useSameDeliveryDuration: false,
  useSameMinSum: false,
  defaultMinSum: null,
  useSameWorkTimeInterval: false,
  defaultFrom: null,
  defaultTo: null,
  useSameRestrictionsOnAllWeek: false,
  restrictions: [],
  deliveryZones: [],
  rejectOnGeocodingError: false,
  addDeliveryServiceCost: false,
  useSameDeliveryServiceProduct: false,
  defaultDeliveryServiceProductId: null,
  useExternalAssignationService: false,
  frontTrustsCallCenterCheck: false,
  externalAssignationServiceUrl: null,
  requireExactAddressForGeocoding: false,
  zonesMode: 0,
  autoAssignExternalDeliveries: false,
  actionOnValidationRejection: 1,
};
