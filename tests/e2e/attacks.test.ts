import { describeAttacks } from "../support/attack-suite";

describeAttacks("a gateway outside production", false);
