import { type FieldsOfTypes } from "./scope-access";

/** Fields of companies, which only administrators can see. */
export const COMPANY_FIELDS: FieldsOfTypes = {
  Company: { office: "createdAt id name origins publicKey" },
  CompanyConnection: { office: "edges nodes pageInfo" },
  CompanyEdge: { office: "cursor node" },
  CompanyPayload: { office: "company userErrors" },
};
