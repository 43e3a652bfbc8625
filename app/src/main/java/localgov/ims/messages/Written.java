package localgov.ims.messages;

import tools.jackson.databind.json.JsonMapper;

/// An e-mail as the queue keeps it, before it is locked.
final class Written {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Written() {}

    static String of(Email email) {
        return JSON.writeValueAsString(email);
    }

    static Email read(String written) {
        return JSON.readValue(written, Email.class);
    }

    /// Where the lock opens.
    static String place(MessageId id) {
        return "messages:" + id;
    }
}
