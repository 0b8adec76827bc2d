/** The caller who wants to know where an address is; created for each operation. */
export interface AddressQuestions {
  /**
   * Called before each call to a POS. Never fails.
   *
   * @returns false: the caller, or all callers for this organization together, have asked often
   *   enough
   */
  admit(organizationId: string): Promise<boolean>;
}
