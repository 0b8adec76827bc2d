import { startIiko } from "../support/iiko-under-test";
import { describePosLoyalty } from "./pos-loyalty-contract";

describePosLoyalty("iiko", startIiko);
