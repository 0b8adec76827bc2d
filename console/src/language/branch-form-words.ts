type Step = "key" | "restaurant" | "menu" | "payments" | "messages" | "doctor";

/** Texts of the form for a branch's settings, and of the wizard that leads through it. */
export interface BranchFormWords {
  readonly room: Record<
    | "choose"
    | "notChosen"
    | "vanished"
    | "chosenBefore"
    | "goneError"
    | "noAmount"
    | "findProduct"
    | "deliveryProduct"
    | "keyTitle"
    | "storedKey"
    | "keyKept"
    | "replaceKey"
    | "keepKey"
    | "keyKind"
    | "keyOne"
    | "keyThree"
    | "statusInPos"
    | "statusForGuest"
    | "asUsual"
    | "nobodyTold"
    | "addHours"
    | "addRecipient"
    | "removeHours"
    | "sendTest"
    | "testAfterSaving"
    | "readAgain"
    | "steps"
    | "unsaved"
    | "saved"
    | "dontSave"
    | "loadTheirs"
    | "saveAndCheck"
    | "moveAnyway"
    | "moveWhat"
    | "moveNo"
    | "moveYes",
    string
  > & {
    readonly groups: Record<"alive" | "dead" | "hidden", string>;
    readonly units: Readonly<Record<string, string>>;
    /** By kind of wallet. */
    readonly wallets: Readonly<Record<string, string>>;
    readonly stepNames: Record<
      "key" | "CONNECTION" | "MENU" | "PAYMENT_TYPES" | "LOYALTY" | "STATUSES",
      string
    >;
    readonly meaningOf: (posStatus: string) => string;
    readonly removeRecipient: (target: string) => string;
    readonly testSent: (target: string) => string;
    readonly changedFields: (count: number) => string;
    readonly moveTitle: (branch: string) => string;
  };
  readonly wizard: Record<
    | "title"
    | "forbidden"
    | "lead"
    | "name"
    | "nameHint"
    | "timeZone"
    | "timeZoneHint"
    | "zonesNear"
    | "zonesAll"
    | "currency"
    | "currencyHint"
    | "key"
    | "keyWhere"
    | "next"
    | "back"
    | "steps"
    | "asking"
    | "keyFails"
    | "keyFailsWhat"
    | "saveAndNext"
    | "saveAndCheck"
    | "ready"
    | "readyWhat"
    | "openBranch"
    | "toCatalogue",
    string
  > & {
    readonly titleOf: (branch: string) => string;
    readonly menuRead: (products: number) => string;
    readonly stepNames: Record<Step, string>;
    readonly leads: Record<Step, string>;
  };
}
