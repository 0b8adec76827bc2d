import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";

import { type Credentials, Gateway } from "../gateway/gateway";
import { GatewayFailure, toFailure } from "../gateway/gateway-failure";
import { useLanguage } from "../language/language";
import { refusesKey } from "./key-refusal";
import { MoreBranches, SignIn, type SignInAnswer } from "./operations";

export type KnownBranch = SignInAnswer["branches"]["nodes"][number];

interface Session {
  /** Acts for the user who is signed in, otherwise as a guest. */
  readonly gateway: Gateway;
  /** For code that calls the gateway on its own. */
  readonly credentials: Credentials;
  /** null when nobody is signed in. */
  readonly branches: readonly KnownBranch[] | null;
  readonly isEntering: boolean;
  /** Why the last key was refused. */
  readonly failure: GatewayFailure | undefined;
  readonly enter: (key: string) => void;
  readonly leave: () => void;
  /** Who the key belongs to according to the gateway; null when nobody is signed in. */
  readonly caller: Caller | null;
  readonly isAdmin: boolean;
  /** Reloads the branches, because there is a new one. */
  readonly learnBranches: () => void;
}

type Caller = NonNullable<SignInAnswer["caller"]>;

/** The key lives as long as the tab: sessionStorage is not shared and is cleared with it. */
const STORED_KEY = "console:key";

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("There is no session here");
  return session;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const { key, ...admission } = useAdmission();
  const asking = useMemo(() => {
    const credentials = { key, language };
    return { credentials, gateway: new Gateway(location.origin, credentials) };
  }, [key, language]);
  useEffect(() => () => asking.gateway.close(), [asking]);
  const session = { ...asking, ...admission, leave };
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Admits a key, either a new one or the one that this tab has stored. */
function useAdmission() {
  const [key, setKey] = useState<string | null>(null);
  const [branches, setBranches] = useState<Session["branches"]>(null);
  const [caller, setCaller] = useState<Caller | null>(null);
  const [failure, setFailure] = useState<GatewayFailure>();
  const [isEntering, setIsEntering] = useState(() => sessionStorage.getItem(STORED_KEY) !== null);

  const enter = useCallback((candidate: string) => {
    setIsEntering(true);
    const admitted = ({ known, caller }: Admitted) => {
      sessionStorage.setItem(STORED_KEY, candidate);
      setKey(candidate);
      setBranches(known);
      setCaller(caller);
      setFailure(undefined);
    };
    const refused = (error: unknown) => {
      const failure = toFailure(error);
      if (refusesKey(failure)) sessionStorage.removeItem(STORED_KEY);
      setFailure(failure);
    };
    void admit(candidate)
      .then(admitted, refused)
      .finally(() => setIsEntering(false));
  }, []);

  useEffect(() => {
    const stored = sessionStorage.getItem(STORED_KEY);
    if (stored !== null) enter(stored);
  }, [enter]);

  const learnBranches = useCallback(() => {
    if (key !== null) void admit(key).then(({ known }) => setBranches(known));
  }, [key]);
  const isAdmin = caller?.scope === "ADMIN";
  return { key, branches, caller, isAdmin, failure, isEntering, enter, learnBranches };
}

interface Admitted {
  readonly known: readonly KnownBranch[];
  readonly caller: Caller | null;
}

/** @returns all branches that the key works for, and its owner */
async function admit(key: string): Promise<Admitted> {
  // A header accepts no other characters, so no key contains any.
  if (!/^[\x21-\x7e]+$/.test(key)) throw new GatewayFailure("UNAUTHENTICATED", "That is not a key");
  const gateway = new Gateway(location.origin, { key, language: "en" });
  const known: KnownBranch[] = [];
  const first = await gateway.ask(SignIn, {});
  let { branches } = first;
  known.push(...branches.nodes);
  while (branches.pageInfo.hasNextPage && branches.pageInfo.endCursor !== null) {
    ({ branches } = await gateway.ask(MoreBranches, { after: branches.pageInfo.endCursor }));
    known.push(...branches.nodes);
  }
  return { known, caller: first.caller };
}

/** Reloads the page, so that nothing that the key gave access to remains on it. */
function leave(): void {
  // What the user has asked for until the end of the shift goes with the key.
  sessionStorage.clear();
  location.reload();
}
