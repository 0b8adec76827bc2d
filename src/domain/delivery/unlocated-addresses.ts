/** What becomes of an order for an address that no zone can be told of. */
export enum UnlocatedAddresses {
  /** Taken at the branch's own terms, and people at the till are told to check the address. */
  ACCEPT = "ACCEPT",
  REFUSE = "REFUSE",
}
