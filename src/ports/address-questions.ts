/** Who wants to know where an address is; made anew for each operation. */
export interface AddressQuestions {
  /**
   * Before each call of a POS. Never fails.
   *
   * @returns false: whoever asks, or all who ask for this organization, have asked often enough
   */
  admit(organizationId: string): Promise<boolean>;
}
