/** What happens to an order for an address whose zone cannot be determined. */
export enum UnlocatedAddresses {
  /**
   * Accepted on the branch's own terms, and the staff at the till are asked to check the address.
   */
  ACCEPT = "ACCEPT",
  REFUSE = "REFUSE",
}
