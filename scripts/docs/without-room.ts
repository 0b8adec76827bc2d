/** Why the console leaves an operation to programs, by the operation's name. */
export const WITHOUT_ROOM: Readonly<Record<string, string>> = {
  customer: "for programs that know a guest by the phone; people look for the order (`orders`)",
  terminalGroups: "`organizations` lists the same beside each organization",
  applyBranchesPlan: "in the room *API*: a plan for many branches has no room of its own yet",
  branchesPlan: "in the room *API*, with `planForBranches`",
  branchesPlans: "in the room *API*, with `planForBranches`",
  planForBranches: "in the room *API*: the room *Catalogue* plans for one branch",
  undoBranchesPlan: "in the room *API*, with `planForBranches`",
  eraseCustomer:
    "a request by law that cannot be taken back: made in the room *API*, on paper and by an administrator",
  exportCustomer:
    "a request by law: made in the room *API* by an administrator, who keeps the file",
  createCompany:
    "in the room *API*: a company is opened once, by the administrator of the platform",
  saveCompany: "the same: its name and sites change rarely",
};
