import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { foundBy, ifInstalled } from "./debian-tool";
import { type Finding } from "./finding";

const NGINX = { program: "nginx", debianPackage: "nginx-light" };
const CADDY = { program: "caddy", debianPackage: "caddy" };
const HAPROXY = { program: "haproxy", debianPackage: "haproxy" };
const PATRONI = { program: "patroni", debianPackage: "patroni" };

/** Lets each proxy, and Patroni, read its own file. */
export function checkProxies(root: string): Finding[] {
  return [checkNginx(root), checkCaddy(root), checkHaproxy(root), checkPatroni(root)];
}

function checkNginx(root: string): Finding {
  const name = "deploy/nginx/gateway.conf";
  return ifInstalled(name, NGINX, () =>
    inFolder((folder) => {
      selfMadeCertificate(folder);
      const ours = readFileSync(join(root, name), "utf8").replaceAll(
        "/etc/ssl/result-rest-gateway/",
        `${folder}/`,
      );
      const whole = `pid ${folder}/pid;\nerror_log stderr;\nevents {}\nhttp {\n${ours}\n}\n`;
      writeFileSync(join(folder, "nginx.conf"), whole);
      const args = ["-t", "-q", "-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"];
      // nginx 1.25 and newer report as deprecated what 1.22 needs.
      return foundBy(name, NGINX, args, (line) => !/"listen \.\.\. http2" directive/.test(line));
    }),
  );
}

function checkCaddy(root: string): Finding {
  const name = "deploy/caddy/Caddyfile";
  const path = join(root, name);
  return ifInstalled(name, CADDY, () => {
    const args = ["validate", "--adapter", "caddyfile", "--config", path];
    return foundBy(name, CADDY, args, (line) => line.includes('"level":"warn"'));
  });
}

function checkHaproxy(root: string): Finding {
  const name = "deploy/postgres-ha/haproxy.cfg";
  return ifInstalled(name, HAPROXY, () =>
    foundBy(name, HAPROXY, ["-c", "-f", join(root, name)], (line) => /WARNING|ALERT/.test(line)),
  );
}

/** Patroni always exits with 0; it only prints something when there is an error. */
function checkPatroni(root: string): Finding {
  const name = "deploy/postgres-ha/patroni.yml";
  return ifInstalled(name, PATRONI, () =>
    foundBy(name, PATRONI, ["--validate-config", join(root, name)], isOfTheFile),
  );
}

/**
 * Ignores errors about folders and addresses: the file is for other machines, and they do not exist
 * here.
 */
function isOfTheFile(line: string): boolean {
  return !/didn't pass validation.*(doesn't exist|is not reachable|Must be|connect)/.test(line);
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "check-deploy-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An untrusted certificate for a file that refers to one. */
function selfMadeCertificate(folder: string): void {
  const args = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const target = ["-keyout", key, "-out", certificate, "-days", "1", "-subj", "/CN=localhost"];
  execFileSync("openssl", [...args, ...target], { stdio: "ignore" });
}
