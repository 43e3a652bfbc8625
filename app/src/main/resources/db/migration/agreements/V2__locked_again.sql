-- When the key that locks addresses is exchanged they are locked again.
grant update (address) on agreements_agreement to ${role};
