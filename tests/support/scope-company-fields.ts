import { type FieldsOfTypes } from "./scope-access";

/** Of companies, which administrators alone are told of. */
export const COMPANY_FIELDS: FieldsOfTypes = {
  Company: { office: "createdAt id name origins publicKey" },
  CompanyConnection: { office: "edges nodes pageInfo" },
  CompanyEdge: { office: "cursor node" },
  CompanyPayload: { office: "company userErrors" },
};
