import { useWords } from "../language/language";
import { Icon } from "../parts/icon";
import { useMoment } from "../parts/use-moment";
import { writtenPhone } from "../parts/written-phone";
import { RoomLink } from "../routing/room-link";
import { type Story } from "./story";

/** Guest, address, time and comment. */
export function TicketFacts({ story }: { story: Story }) {
  const { comment } = story;
  return (
    <div className="facts">
      <Guest story={story} />
      <Address story={story} />
      <When story={story} />
      {comment !== null && (
        <>
          <Icon name="mail" />
          <div className="v w">
            <span className="cmt said">{comment}</span>
          </div>
        </>
      )}
      <CourierFact story={story} />
    </div>
  );
}

/** Opens the device's own map, so no external service is called. */
function Address({ story: { address } }: { story: Story }) {
  const { order: words } = useWords();
  if (!address) return null;
  const { latitude, longitude, line, comment } = address;
  const isPlaced = latitude !== null && longitude !== null;
  return (
    <>
      <Icon name="branch" />
      <div className="v">
        <b>{line}</b>
        {comment !== null && <div className="small">{comment}</div>}
      </div>
      {isPlaced ? (
        <a
          className="btn do no-print"
          href={`geo:${latitude},${longitude}?q=${latitude},${longitude}`}
        >
          {words.map}
        </a>
      ) : (
        <span />
      )}
    </>
  );
}

function When({
  story: { wantedAt, promisedAt, fulfilment, guestCount, branch },
}: {
  story: Story;
}) {
  const { order: words } = useWords();
  const moment = useMoment(branch.timeZone, "short");
  const wanted = wantedAt === null ? words.asap : words.wanted(moment(wantedAt));
  const times = [wanted, ...(promisedAt === null ? [] : [words.promised(moment(promisedAt))])];
  const persons = guestCount === null ? [] : [words.persons(guestCount)];
  return (
    <>
      <Icon name="clock" />
      <div className="v w">
        <b>{times.join(", ")}</b>
        <div className="small">{[words.fulfilments[fulfilment], ...persons].join(" · ")}</div>
      </div>
    </>
  );
}

function Guest({ story: { customer } }: { story: Story }) {
  const { order: words } = useWords();
  return (
    <>
      <Icon name="user" />
      {customer ? (
        <>
          <div className="v">
            <b>{customer.name}</b>
            <div className="small">
              <RoomLink to="orders" filters={{ q: customer.phone, period: "all" }}>
                {words.pastOrders}
              </RoomLink>
            </div>
          </div>
          <a
            className="btn do"
            href={`tel:${customer.phone}`}
            aria-label={words.call(writtenPhone(customer.phone))}
          >
            <Icon name="phone" small />
            {writtenPhone(customer.phone)}
          </a>
        </>
      ) : (
        <div className="v w">{words.erased}</div>
      )}
    </>
  );
}

function CourierFact({ story: { courier } }: { story: Story }) {
  const { order: words } = useWords();
  if (!courier) return null;
  return (
    <>
      <Icon name="bike" />
      <div className="v w">
        <b>
          {words.courier}: {courier.name}
        </b>
        {courier.phone !== null && (
          <div className="small">
            <a href={`tel:${courier.phone}`}>{writtenPhone(courier.phone)}</a>
          </div>
        )}
      </div>
    </>
  );
}
