import { type PosCredential } from "../../../ports/pos/pos-branch";
import { type IikoDirectory } from "../directory/iiko-directory";
import { OrderDictionary } from "./order-dictionary";

/** The properties of a payment type that orders depend on. */
export interface IikoPaymentType {
  readonly kind: string | null;
  /** iiko refuses a payment "processed externally" of a type that is set to internal. */
  readonly mayBeExternal: boolean;
}

/** How an organization wants its orders. */
export interface IikoOrderSettings {
  /** By id; empty until iiko has answered. */
  readonly paymentTypes: ReadonlyMap<string, IikoPaymentType>;
  /** Whether addresses are one line; otherwise they are split into street, house and so on. */
  readonly addressInOneLine: boolean;
  readonly lineComments: boolean;
}

/** iiko's defaults, for an organization whose settings cannot be read. */
export const USUAL_ORDER_SETTINGS: IikoOrderSettings = {
  paymentTypes: new Map(),
  addressInOneLine: false,
  lineComments: true,
};

/** Reads what orders depend on, once every ten minutes for each organization. */
export class OrderSettings {
  private readonly paymentTypes: OrderDictionary<IikoOrderSettings["paymentTypes"]>;
  private readonly organizations: OrderDictionary<Omit<IikoOrderSettings, "paymentTypes">>;

  constructor(
    client: Pick<IikoDirectory, "paymentTypes" | "organizationSettings">,
    clock: () => Date,
  ) {
    this.paymentTypes = new OrderDictionary(
      (...asked) => readPaymentTypes(client, ...asked),
      USUAL_ORDER_SETTINGS.paymentTypes,
      clock,
    );
    this.organizations = new OrderDictionary(
      (...asked) => readOrganization(client, ...asked),
      USUAL_ORDER_SETTINGS,
      clock,
    );
  }

  /** Never fails. `paid`: without payments, the dictionary of payment types is not needed. */
  async of(
    credential: PosCredential,
    organizationId: string,
    paid: boolean,
  ): Promise<IikoOrderSettings> {
    const [paymentTypes, { addressInOneLine, lineComments }] = await Promise.all([
      paid ? this.paymentTypes.get(credential, organizationId) : USUAL_ORDER_SETTINGS.paymentTypes,
      this.organizations.get(credential, organizationId),
    ]);
    return { paymentTypes, addressInOneLine, lineComments };
  }
}

async function readPaymentTypes(
  client: Pick<IikoDirectory, "paymentTypes">,
  credential: PosCredential,
  organizationId: string,
) {
  const { paymentTypes } = await client.paymentTypes(credential, organizationId, { urgent: true });
  return new Map(
    paymentTypes.map(({ id, paymentTypeKind: kind, paymentProcessingType }) => [
      id,
      { kind, mayBeExternal: paymentProcessingType !== "Internal" },
    ]),
  );
}

async function readOrganization(
  client: Pick<IikoDirectory, "organizationSettings">,
  credential: PosCredential,
  organizationId: string,
) {
  const { organizations } = await client.organizationSettings(credential, organizationId);
  const settings = organizations.find(({ id }) => id === organizationId);
  return {
    addressInOneLine: settings?.addressFormatType === "City",
    lineComments: settings?.orderItemCommentEnabled !== false,
  };
}
