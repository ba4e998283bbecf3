package sosad.node.store;

import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import sosad.node.store.MemoryDisk.Contents;
import sosad.node.store.MemoryDisk.Done;

/** A file of a {@link MemoryDisk}; what the store does not use of a channel is not there. */
final class MemoryChannel extends FileChannel {
    private final MemoryDisk disk;
    private final Contents file;

    MemoryChannel(MemoryDisk disk, Contents file) {
        this.disk = disk;
        this.file = file;
    }

    @Override
    public int read(ByteBuffer to, long position) {
        return disk.read(file, position, to);
    }

    @Override
    public int write(ByteBuffer from, long position) {
        byte[] bytes = new byte[from.remaining()];
        from.get(bytes);
        disk.record(file, new Done.Wrote(file, position, bytes));
        return bytes.length;
    }

    @Override
    public long size() {
        return file.length();
    }

    @Override
    public FileChannel truncate(long size) {
        disk.record(file, new Done.Cut(file, size));
        return this;
    }

    @Override
    public void force(boolean metaData) {
        disk.record(file, new Done.Synced(file));
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        return new FileLock(this, position, size, shared) {
            @Override
            public boolean isValid() {
                return isOpen();
            }

            @Override
            public void release() {}
        };
    }

    @Override
    protected void implCloseChannel() {}

    @Override
    public int read(ByteBuffer to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] to, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long newPosition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }
}
