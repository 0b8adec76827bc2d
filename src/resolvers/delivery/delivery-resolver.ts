import { Arg, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";

import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { type UserError as FoundError } from "../../domain/errors/user-error";
import { type Locale } from "../../domain/texts/locale";
import { placeOf, proseOf } from "../../domain/texts/typed-text";
import { Branch } from "../../entities/branches/branch";
import { Refused } from "../../errors";
import { type BranchSettingsLoader } from "../../loaders/branches/branch-settings-loader";
import { coordinateErrors, placeErrors } from "../../services/checkout/check-address";
import {
  type DeliveryOption as FoundOption,
  type DeliveryQuestion,
  type FindDeliveryOptions,
} from "../../services/checkout/find-delivery-options";
import { type ImportDeliveryZones } from "../../services/delivery/import-delivery-zones";
import { type KeptZones } from "../../services/delivery/kept-zones";
import { BranchPayload, branchPayload } from "../branches/branch-payload";
import { Amounts } from "../schema/amounts";
import { toMoney } from "../schema/money";
import { payloadOf, toUserError } from "../schema/user-error";
import { type AddressGuard } from "./address-guard";
import {
  type DeliveryOption,
  DeliveryOptionsInput,
  DeliveryOptionsPayload,
  type DeliveryPlaceInput,
} from "./delivery-option";
import { DeliveryZone, ImportDeliveryZonesInput, toDeliveryZone } from "./delivery-zone";

interface UseCases {
  readonly addressQuestions: AddressGuard;
  readonly findDeliveryOptions: FindDeliveryOptions;
  readonly importDeliveryZones: ImportDeliveryZones;
  readonly keptZones: KeptZones;
  readonly branchSettings: BranchSettingsLoader;
}

/** Where branches deliver. */
@Resolver(() => Branch)
export class DeliveryResolver {
  constructor(private readonly useCases: UseCases) {}

  @FieldResolver(() => [DeliveryZone], {
    description:
      "Where the branch delivers, in the order in which overlapping zones win; empty if it delivers anywhere.",
  })
  async deliveryZones(@Ctx() context: Context, @Root() branch: Branch): Promise<DeliveryZone[]> {
    const { keptZones, branchSettings } = this.useCases;
    const { zones } = await keptZones.of(branch, await branchSettings.load(context, branch.id));
    return zones.map(({ zone }) => toDeliveryZone(zone, branch.currencyCode));
  }

  @Query(() => DeliveryOptionsPayload, {
    description:
      "Which of several branches would deliver to an address, for which fee and minimum, and when. createOrder and quoteOrder judge by the same rule. A POS is called only where an address in words is, for two seconds at most, and what it says is kept for a month.",
  })
  async deliveryOptions(
    @Ctx() context: Context,
    @Arg("input", () => DeliveryOptionsInput, { description: "The delivery in question." })
    input: DeliveryOptionsInput,
  ): Promise<DeliveryOptionsPayload> {
    const { viewer, locale } = context;
    const { findDeliveryOptions, addressQuestions } = this.useCases;
    const payload = await payloadOf(locale, async () => {
      const addresses = addressQuestions.of(context);
      const found = await findDeliveryOptions.execute(viewer, questionOf(input), addresses);
      return { options: found.map((option) => toOption(option, locale)) };
    });
    return Object.assign({ options: [] }, payload);
  }

  @Mutation(() => BranchPayload, {
    description:
      "Gives a branch the delivery zones of a map: all of them, or none if one of them is not valid. Safe to repeat.",
  })
  @Authorized(Scope.ADMIN)
  importDeliveryZones(
    @Ctx() { viewer, locale }: Context,
    @Arg("input", () => ImportDeliveryZonesInput, { description: "The branch and its map." })
    input: ImportDeliveryZonesInput,
  ): Promise<BranchPayload> {
    return branchPayload(locale, () => this.useCases.importDeliveryZones.execute(viewer, input));
  }
}

/** @throws {Refused} with every invalid field */
function questionOf({ branchIds, address, sum, wantedAt }: DeliveryOptionsInput): DeliveryQuestion {
  const amounts = new Amounts();
  const degrees = (text: string | null | undefined) => (text ? Number(text) : null);
  const [latitude, longitude] = [degrees(address.latitude), degrees(address.longitude)];
  const point = latitude === null || longitude === null ? null : { latitude, longitude };
  const words = wordsOf(address);
  const question = {
    branchIds,
    place: Object.assign({ point, posStreetId: address.streetIdInPos ?? null }, words),
    sum: amounts.read(sum, ["sum"]),
    wantedAt: wantedAt ?? null,
  };
  const userErrors = [
    ...coordinateErrors({ latitude, longitude }),
    ...placeErrors(words),
    ...amounts.userErrors,
  ];
  if (userErrors.length > 0) throw new Refused<FoundError>(userErrors);
  return question;
}

/** Reads the address in the same way as an order's. */
function wordsOf({ city, street, house, building }: DeliveryPlaceInput) {
  return {
    city: city ? proseOf(city) : null,
    street: proseOf(street ?? ""),
    house: placeOf(house ?? ""),
    building: building ? placeOf(building) : null,
  };
}

function toOption(
  { branch, reason, fee, freeFrom, minimumSum, ...option }: FoundOption,
  locale: Locale,
): DeliveryOption {
  const { currencyCode } = branch;
  return {
    ...option,
    branch,
    served: reason === null,
    reason: reason && toUserError(reason, locale),
    fee: toMoney(fee, currencyCode),
    freeFrom: freeFrom === null ? null : toMoney(freeFrom, currencyCode),
    minimumSum: minimumSum === null ? null : toMoney(minimumSum, currencyCode),
  };
}
