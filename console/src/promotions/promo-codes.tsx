import { useState } from "react";

import { useAction } from "../gateway/use-action";
import { useLanguage, useWords } from "../language/language";
import { Button } from "../parts/button";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { Outcome } from "../parts/outcome";
import { Pager } from "../parts/pager";
import { Skeleton } from "../parts/skeleton";
import { useToast } from "../parts/toasts";
import { useMoment } from "../parts/use-moment";
import { usePages } from "../parts/use-pages";
import { useScope } from "../session/scope";
import { allCodes } from "./all-codes";
import { MakeCodes } from "./make-codes";
import { PromoCodes as CodesOfPromotion, type PromoCodesAnswer } from "./operations";
import { type Promotion } from "./promotion";
import { saveCodes } from "./save-codes";

type Code = NonNullable<PromoCodesAnswer["promotion"]>["codes"]["nodes"][number];

interface Props {
  readonly promotion: Promotion;
  /** More codes would be of no use. */
  readonly isOver: boolean;
  readonly onMade: () => void;
}

/**
 * The codes of a promotion with the number of uses of each; also makes more, and copies or saves
 * them.
 */
export function PromoCodes({ promotion, isOver, onMade }: Props) {
  const { shell, promotions: words } = useWords();
  const { id, name, codeCount } = promotion;
  const { answer, rows, pages, failure, ask } = usePages(CodesOfPromotion, { id }, countedCodes);
  const [isMaking, setIsMaking] = useState(false);
  return (
    <section className="card codes">
      <header>
        <h2>{words.codes}</h2>
        <CodeCount of={codeCount} />
        <span className="end row">
          {codeCount > 0 && <DownloadButton id={id} name={name} />}
          {!isOver && (
            <Button
              small
              look={codeCount === 0 ? "main" : "plain"}
              onPress={() => setIsMaking(true)}
            >
              {words.generate}
            </Button>
          )}
        </span>
      </header>
      {failure && <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />}
      {!answer && !failure && <Skeleton rows={6} label={shell.loading} />}
      {answer && rows.length === 0 && <NoCodes isOver={isOver} />}
      {rows.length > 0 && <CodeTable codes={rows} />}
      <Pager {...pages} />
      {isMaking && (
        <MakeCodes
          promotion={promotion}
          onMade={ask}
          onClose={() => (setIsMaking(false), onMade())}
        />
      )}
    </section>
  );
}

function countedCodes({ promotion }: PromoCodesAnswer) {
  return promotion && { ...promotion.codes, totalCount: promotion.codeCount };
}

function NoCodes({ isOver }: { isOver: boolean }) {
  const { promotions: words } = useWords();
  return (
    <EmptyState picture={isOver ? "nothing" : "begin"} title={words.codesNone}>
      {isOver ? undefined : words.codesNoneLead}
    </EmptyState>
  );
}

function CodeCount({ of: count }: { of: number }) {
  const { language } = useLanguage();
  return <span className="muted num">{new Intl.NumberFormat(language).format(count)}</span>;
}

function CodeTable({ codes }: { codes: readonly Code[] }) {
  const { promotions: words } = useWords();
  const { branches } = useScope();
  const moment = useMoment(branches[0]?.timeZone, "short");
  return (
    <table className="tbl cards plain">
      <thead>
        <tr>
          <th scope="col">{words.code}</th>
          <th scope="col" className="r">
            {words.used}
          </th>
          <th scope="col">{words.madeAt}</th>
        </tr>
      </thead>
      <tbody>
        {codes.map(({ code, uses, createdAt }) => (
          <tr key={code} data-code={code}>
            <td className="mono strong">{code}</td>
            <td className="r num top-r">{uses}</td>
            <td className="sub small soft">{moment(createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DownloadButton({ id, name }: { id: string; name: string }) {
  const { promotions: words } = useWords();
  const action = useAction();
  const toast = useToast();
  const download = () =>
    action.run(async (gateway) => {
      const codes = await allCodes(gateway, id);
      saveCodes(name, codes);
      toast(words.downloaded(codes.length));
      return undefined;
    });
  return (
    <>
      <Button small isPending={action.isRunning} onPress={download}>
        {words.download}
      </Button>
      <Outcome of={action} />
    </>
  );
}
