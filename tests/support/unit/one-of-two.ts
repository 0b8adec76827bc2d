import { describeOneOfTwo } from "./of-two";

describeOneOfTwo("one");
