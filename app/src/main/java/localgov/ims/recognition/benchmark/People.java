package localgov.ims.recognition.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import localgov.ims.recognition.Called;

/// Invented names, with surnames as unevenly spread as in Wales: some are everywhere.
record People(String first, String last, String full, Called called) {
    private static final List<String> FIRST = List.of(
            "Ann",
            "Ben",
            "Carys",
            "Dafydd",
            "Efa",
            "Farid",
            "Grace",
            "Hywel",
            "Imani",
            "Jakub",
            "Kezia",
            "Lowri",
            "Mohammed",
            "Nia",
            "Oluwaseun",
            "Priya",
            "Rhys",
            "Siân",
            "Tomasz",
            "Uma",
            "Wing",
            "Zoë",
            "John",
            "Margaret",
            "David",
            "Susan",
            "Peter",
            "Mary",
            "Alan",
            "Joan",
            "Gareth",
            "Bethan");
    private static final List<String> LAST = List.of(
            "Jones",
            "Davies",
            "Williams",
            "Evans",
            "Thomas",
            "Smith",
            "Roberts",
            "Hughes",
            "Lewis",
            "Morgan",
            "Griffiths",
            "Edwards",
            "Owen",
            "James",
            "Rees",
            "Price",
            "Morris",
            "Richards",
            "Lloyd",
            "Phillips",
            "Parry",
            "Taylor",
            "Brown",
            "Harris",
            "Powell",
            "Bevan",
            "Jenkins",
            "Khan",
            "Ahmed",
            "Patel",
            "Kowalski",
            "Nowak",
            "Singh",
            "Murphy",
            "O'Neill",
            "Walker",
            "Wright",
            "Green",
            "Hall",
            "Clarke",
            "Abara",
            "Carter",
            "Fisher",
            "Iqbal",
            "Quinn",
            "Young",
            "Baker",
            "Cooper",
            "Turner",
            "Pugh",
            "Vaughan",
            "Howells",
            "Probert",
            "Beynon",
            "Gethin",
            "Prosser",
            "Tudor",
            "Wynne",
            "Yorath",
            "Zielinski");
    private static final List<String> TRADES = List.of(
            "Bakery", "Garage", "Cafe", "Hardware", "Pharmacy", "Dental", "Joinery", "Catering", "Flooring", "Motors");

    /// The smaller a surname's place in the list, the more people have it.
    private static String surname(RandomGenerator random) {
        double skewed = Math.pow(random.nextDouble(), 2.2);
        return LAST.get((int) (skewed * LAST.size()));
    }

    static People name(RandomGenerator random) {
        var first = FIRST.get(random.nextInt(FIRST.size()));
        var last = surname(random);
        var full = first + " " + last;
        return new People(first, last, full, Called.of(full));
    }

    static People business(RandomGenerator random) {
        var first = surname(random);
        var trade = TRADES.get(random.nextInt(TRADES.size()));
        var full = "%s %s Ltd".formatted(first, trade);
        return new People(first, trade, full, Called.of(full));
    }

    /// A holder's name as banks show the same person's: some show less of it than others.
    static String asBanksShow(String full, RandomGenerator random) {
        var words = full.split(" ");
        if (words.length != 2) {
            return cut(full.toUpperCase(Locale.ROOT));
        }
        var first = words[0];
        var last = words[1];
        var shown = switch (random.nextInt(6)) {
            case 0 -> "MR %c %s".formatted(first.charAt(0), last);
            case 1 -> "%s %s".formatted(last, first.charAt(0));
            case 2 -> "%s %s".formatted(first, last);
            case 3 -> "MRS %s %s".formatted(first, last);
            case 4 -> "%s %c".formatted(last, first.charAt(0));
            default -> "MR & MRS %s".formatted(last);
        };
        return cut(shown.toUpperCase(Locale.ROOT));
    }

    private static String cut(String name) {
        return name.length() > 18 ? name.substring(0, 18).strip() : name;
    }
}
