import { Field, ObjectType, registerEnumType } from "type-graphql";

export enum CredentialKind {
  API_LOGIN_V1 = "API_LOGIN_V1",
  APP_KEY_V2 = "APP_KEY_V2",
}
registerEnumType(CredentialKind, {
  name: "CredentialKind",
  description: "How a key opens the POS.",
  valuesConfig: {
    API_LOGIN_V1: { description: "By one secret: iiko's apiLogin." },
    APP_KEY_V2: { description: "By an apiKey together with an appId and a clientSecret." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "What may be seen of a stored POS key. The key itself never is.",
})
export class CredentialSummary {
  @Field(() => CredentialKind, { description: "What the key is made of." })
  kind!: CredentialKind;

  @Field(() => String, { description: "All but the last four characters struck out." })
  masked!: string;
}
