import { type ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";

import { SoundProvider } from "./calls/sound-provider";
import { LanguageProvider, useLanguage } from "./language/language";
import { WaitingProvider } from "./now/waiting";
import { ToastProvider } from "./parts/toasts";
import { ScopeProvider } from "./session/scope";
import { SessionProvider } from "./session/session";
import { ConnectionProvider } from "./shell/connection";
import { CountsProvider } from "./shell/counts";
import { Frame } from "./shell/frame";
import { ThemeProvider } from "./theme";

/** The operators' workplace. */
export function Console() {
  return (
    <ThemeProvider>
      <LanguageProvider>
        <PartsLanguage>
          <SessionProvider>
            <ScopeProvider>
              <ConnectionProvider>
                <CountsProvider>
                  <ToastProvider>
                    <WaitingProvider>
                      <SoundProvider>
                        <Frame />
                      </SoundProvider>
                    </WaitingProvider>
                  </ToastProvider>
                </CountsProvider>
              </ConnectionProvider>
            </ScopeProvider>
          </SessionProvider>
        </PartsLanguage>
      </LanguageProvider>
    </ThemeProvider>
  );
}

/** The components have texts of their own for screen readers. */
function PartsLanguage({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  return <I18nProvider locale={language === "ru" ? "ru-RU" : "en-GB"}>{children}</I18nProvider>;
}
