import { readFileSync } from "node:fs";

const DEPLOYED = "deploy/postgres-ha/haproxy.cfg";
const BIND = /^( *bind ).*$/m;
const SERVERS = /^( *)server \S+ \S+:\d+( .*check port )\d+$/gm;

interface Server {
  readonly name: string;
  readonly postgresPort: number;
  readonly patroniPort: number;
}

/** HAProxy's settings as deployed, for a pair on this machine. */
export function haproxySettings(port: number, pair: readonly Server[]): string {
  const deployed = readFileSync(DEPLOYED, "utf8");
  if ([...deployed.matchAll(SERVERS)].length !== pair.length)
    throw new Error(`${DEPLOYED} has to name ${pair.length} servers`);
  const left = [...pair];
  return deployed
    .replace(BIND, (_line, bind: string) => `${bind}127.0.0.1:${port}`)
    .replace(SERVERS, (_line, indent: string, check: string) => {
      const { name = "", postgresPort, patroniPort } = left.shift() ?? {};
      return `${indent}server ${name} 127.0.0.1:${postgresPort}${check}${patroniPort}`;
    });
}
