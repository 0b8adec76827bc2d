/** Who may see a field: see FIELDS. */
export type FieldAccess = "everybody" | "hidden" | "operators" | "admins" | "office";

/** By type name: its fields, grouped by who may see them. */
export type FieldsOfTypes = Readonly<Record<string, Partial<Record<FieldAccess, string>>>>;
