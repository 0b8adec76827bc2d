import { useRef, useState } from "react";

import { type PictureOf, usePicture } from "./use-picture";

interface Props extends PictureOf {
  readonly name: string;
}

/**
 * The picture of a dish. Until it is loaded, or if there is none, shows a letter on a shade that is
 * the same for that name in every list.
 */
export function Thumb({ name, article, shelf }: Props) {
  const place = useRef<HTMLSpanElement>(null);
  const picture = usePicture(place, { article, shelf });
  const [broken, setBroken] = useState<string>();
  const shade = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 6, 0);
  const [letter = "·"] = name.replace(/[^\p{L}\p{N}]/gu, "");
  return (
    <span className={`thumb shade-${shade}`} aria-hidden="true" ref={place}>
      {picture !== undefined && picture !== broken ? (
        <img src={picture} alt="" onError={() => setBroken(picture)} />
      ) : (
        letter.toUpperCase()
      )}
    </span>
  );
}
