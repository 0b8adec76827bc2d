import { describeOneOfTwo } from "./of-two";

describeOneOfTwo("other");
