import { type Finding } from "./finding";
import { MOST_MEGABYTES, productionFiles, sizeOf } from "./production-tree";

const NAME = "the production tree";
const SHOWN_PARTS = 6;

/** How large it is on disk. The checkout has to be installed and built. */
export function checkTree(root: string): Finding {
  const { files, megabytes, parts } = sizeOf(root, productionFiles(root));
  const largest = parts.slice(0, SHOWN_PARTS).map(([name, size]) => `${name} ${size.toFixed(0)}`);
  const told = `${megabytes.toFixed(1)} MB in ${files} files: ${largest.join(", ")} …`;
  const faults = megabytes > MOST_MEGABYTES ? [`more than ${MOST_MEGABYTES} MB: ${told}`] : [];
  return { name: NAME, faults, told };
}
