package localgov.ims.assurance;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import localgov.ims.assurance.DutyStore.Entered;
import localgov.ims.assurance.DutyStore.Pair;
import localgov.ims.assurance.DutyStore.Times;
import localgov.ims.kernel.London;
import localgov.ims.people.People;
import localgov.ims.people.Person;
import org.springframework.stereotype.Component;

/// Who could do both halves of what needs two people, as their permissions stand now, and who did in the last year.
@Component
class Duties {
    static final int MONTHS = 12;
    private static final int MOST_PAIRS = 100;

    private final DutyStore store;
    private final KindDuties kinds;
    private final AuditSearch search;
    private final People people;
    private final InstantSource clock;

    Duties(DutyStore store, KindDuties kinds, AuditSearch search, People people, InstantSource clock) {
        this.store = store;
        this.kinds = kinds;
        this.search = search;
        this.people = people;
        this.clock = clock;
    }

    /// @param since the first day that is looked at
    record Report(
            LocalDate since,
            List<Looked> duties,
            List<KindDuties.Looked> kinds,
            List<Pair> pairs,
            List<Entered> journals) {
        /// Whether the two also approve the other way round.
        boolean isMutual(Pair pair) {
            return pairs.stream()
                    .anyMatch(other -> other.asked().equals(pair.approved())
                            && other.approved().equals(pair.asked()));
        }
    }

    /// @param could who may do both halves now
    /// @param did who did both
    record Looked(Duty duty, List<Person> could, List<Both> did) {}

    /// How often somebody did the one half and the other.
    record Both(String who, long ones, long others) {}

    Report look() {
        var since = London.dayOf(clock.instant()).minusMonths(MONTHS);
        var from = London.startOf(since);
        var all = people.all();
        var deeds = search.deeds();
        var looked = Arrays.stream(Duty.values())
                .map(duty -> new Looked(
                        duty,
                        all.stream().filter(duty::couldBoth).toList(),
                        both(
                                store.times(duty.one().among(deeds), from),
                                store.times(duty.other().among(deeds), from))))
                .toList();
        var byKind = kinds.look(all, from, London.dayOf(clock.instant()));
        return new Report(since, looked, byKind, store.pairs(from, MOST_PAIRS), store.entered(from));
    }

    private static List<Both> both(List<Times> ones, List<Times> others) {
        Map<String, Long> byName = others.stream().collect(Collectors.toMap(Times::who, Times::times));
        return ones.stream()
                .filter(one -> byName.containsKey(one.who()))
                .map(one -> new Both(one.who(), one.times(), byName.getOrDefault(one.who(), 0L)))
                .toList();
    }
}
