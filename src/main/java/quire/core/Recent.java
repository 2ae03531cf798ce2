package quire.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was made lately, so that it need not be made again; the least used makes room. Thread-safe; two threads that ask
 * for the same new thing at once may both make it.
 */
public final class Recent<K, V> {

    private final Map<K, V> kept;

    public Recent(int most) {
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    public V get(K key, Supplier<V> maker) {
        synchronized (kept) {
            V known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        V made = maker.get();
        synchronized (kept) {
            kept.put(key, made);
        }
        return made;
    }
}
