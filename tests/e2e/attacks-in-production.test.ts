import { describeAttacks } from "../support/attack-suite";

describeAttacks("a gateway in production", true);
