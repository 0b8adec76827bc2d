import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import { CatalogueWorkKind, CatalogueWorkStep } from "../../entities/catalogue/catalogue-work-row";
import { CatalogueWorkState } from "../../services/catalogue/work/find-catalogue-works";
import { DateTime } from "../schema/scalars";

registerEnumType(CatalogueWorkKind, {
  name: "CatalogueWorkKind",
  description: "What is done on a branch's catalogue.",
  valuesConfig: {
    REFRESH: { description: "Reads the POS's menu: refreshPosMenu, or the gateway by itself." },
    PLAN: { description: "Works out what would change: importSection, syncPrices." },
    APPLY: { description: "Applies a plan: applyCataloguePlan, or a plan that is no dry run." },
  },
});

registerEnumType(CatalogueWorkStep, {
  name: "CatalogueWorkStep",
  description: "What the work is at.",
  valuesConfig: {
    READING: { description: "Reads what it needs: the POS's menu, or the catalogue." },
    COMPARING: { description: "Compares the POS's menu with the catalogue." },
    WRITING: { description: "Writes; nothing can be seen by others before all of it is written." },
  },
});

registerEnumType(CatalogueWorkState, {
  name: "CatalogueWorkState",
  description: "Whether the work goes on.",
  valuesConfig: {
    RUNNING: { description: "It goes on." },
    DONE: { description: "All of it is done, and holds." },
    FAILED: { description: "It was refused or failed; nothing of it holds." },
    INTERRUPTED: {
      description:
        "Its process has not been heard of for 15 s. Nothing is half written; begin again.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "How far long work on a branch's catalogue has come.",
})
export class CatalogueWork {
  @Field(() => CatalogueWorkKind, { description: "What is done." })
  kind!: CatalogueWorkKind;

  @Field(() => CatalogueWorkState, { description: "Whether it goes on." })
  state!: CatalogueWorkState;

  @Field(() => CatalogueWorkStep, { description: "What it is at, or was at last." })
  step!: CatalogueWorkStep;

  @Field(() => Int, { description: "Products that are done, of `total`." })
  done!: number;

  @Field(() => Int, {
    nullable: true,
    description: "All products of the work; null while the POS has not answered.",
  })
  total!: number | null;

  @Field(() => DateTime, { description: "When the work began." })
  begunAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: "When it was done or failed; null while it goes on, and if it was interrupted.",
  })
  endedAt!: Date | null;
}
